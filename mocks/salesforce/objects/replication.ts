import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { parseDatetime, toDatetime } from '../records/datetime.js'
import { isPurged, RECYCLE_BIN } from '../records/delete.js'
import type { RecordRow } from '../records/record.js'
import type { SalesforceWorld } from '../world.js'
import { subjectOf } from './subject.js'

const DAY = 24 * 3600 * 1000

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Both ends of a span of whole minutes.
 * @throws INVALID_REPLICATION_DATE, MALFORMED_QUERY (400) @source facts A4 (read 2026-11-23) @unverified wording
 */
function spanOf(query: Record<string, unknown>, now: number): Span {
  const start = momentOf(query.start, 'start')
  const end = momentOf(query.end, 'end')
  if (start < now - 30 * DAY) throw wrong('startDate cannot be more than 30 days ago')
  if (end - start < 60_000) throw wrong('endDate must be at least one minute greater than startDate')
  return { start: Math.floor(start / 60_000) * 60_000, end: Math.floor(end / 60_000) * 60_000 }
}

function momentOf(text: unknown, name: string): number {
  // A plus that was not escaped has come as a space.
  const at = typeof text === 'string' ? parseDatetime(text.replace(/ (\d\d:?\d\d)$/, '+$1')) : undefined
  if (at === undefined)
    throw fail(400, 'INVALID_FIELD', `${name} is missing or no date and time: ${String(text ?? '')}`)
  return at
}

function wrong(message: string) {
  return fail(400, 'INVALID_REPLICATION_DATE', message)
}

function changedIn({ start, end }: Span, row: RecordRow): boolean {
  const at = parseDatetime(String(row.SystemModstamp)) ?? 0
  return at >= start && at < end
}

/** @throws NOT_FOUND (404), INVALID_REPLICATION_DATE (400) @source facts A4 (read 2026-11-23) */
export const getUpdated = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/updated',
  ({ params, query, call }, world) => {
    const object = subjectOf(world, actorOf(call, world, params.version), params.sobject)
    const span = spanOf(query, world.port.now())
    const rows = world.records(object.name).all()
    const ids = rows.filter((row) => !row.IsDeleted && changedIn(span, row)).map(({ id }) => id)
    return { ids, latestDateCovered: covered(span, world) }
  },
)

/** @throws NOT_FOUND (404), INVALID_REPLICATION_DATE (400) @source facts A4 (read 2026-11-23) */
export const getDeleted = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/deleted',
  ({ params, query, call }, world) => {
    const object = subjectOf(world, actorOf(call, world, params.version), params.sobject)
    const span = spanOf(query, world.port.now())
    const rows = world.records(object.name).all()
    const deletedRecords = rows
      .filter((row) => row.IsDeleted && !isPurged(world, row) && changedIn(span, row))
      .map((row) => ({ id: row.id, deletedDate: row.SystemModstamp }))
    return {
      deletedRecords,
      earliestDateAvailable: toDatetime(world.port.now() - RECYCLE_BIN),
      latestDateCovered: covered(span, world),
    }
  },
)

function covered({ end }: Span, world: SalesforceWorld): string {
  return toDatetime(Math.min(end, world.port.now()))
}
