import type { Row } from '../../../src/engine/kit.js'
import { fail } from '../errors.js'
import type { Json } from '../soql/shape.js'
import type { SalesforceWorld } from '../world.js'

/** What is left of a query's answer, as it was when it was asked. Not on the wire. */
interface Cursor extends Row {
  readonly userId: string
  readonly total: number
  /** Records on a kept page. */
  readonly pageSize: number
  /** Unix milliseconds after which it is gone; each use puts it off. */
  readonly expires: number
}

interface KeptPage extends Row {
  /** JSON text: what is frozen and journalled is one string, not every field of every record. */
  readonly records: string
}

/** How long a locator lives without being used, in milliseconds. @unverified 15 minutes */
const LIFETIME = 15 * 60_000
/** A user's eleventh open cursor closes the oldest. @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_limits.htm (read 2026-11) */
const MOST_OPEN = 10

const cursorsOf = (world: SalesforceWorld) => world.port.table<Cursor>('_cursor')
const pagesOf = (world: SalesforceWorld) => world.port.table<KeptPage>('_cursorPage')

/** Keeps an answer whole, and gives the id that its pages are asked for by. */
export function keepCursor(
  world: SalesforceWorld,
  userId: string,
  pages: Iterable<readonly Json[]>,
  facts: { total: number; pageSize: number },
): string {
  closeSpent(world, userId)
  const id = world.idWithPrefix('01g')
  let at = 0
  for (const records of pages) pagesOf(world).insert({ id: `${id}-${at++}`, records: JSON.stringify(records) })
  cursorsOf(world).insert({ id, userId, ...facts, expires: world.port.now() + LIFETIME })
  return id
}

function closeSpent(world: SalesforceWorld, userId: string): void {
  const now = world.port.now()
  const all = cursorsOf(world).all()
  for (const cursor of all) if (cursor.expires <= now) close(world, cursor)
  const own = all.filter((cursor) => cursor.expires > now && cursor.userId === userId)
  for (const cursor of own.slice(0, Math.max(0, own.length - MOST_OPEN + 1))) close(world, cursor)
}

function close(world: SalesforceWorld, cursor: Cursor): void {
  for (let at = 0; at * cursor.pageSize < cursor.total; at++) pagesOf(world).delete(`${cursor.id}-${at}`)
  cursorsOf(world).delete(cursor.id)
}

/** Some records of an answer that was kept, and what is behind them. */
export interface Slice {
  readonly id: string
  readonly total: number
  readonly records: readonly Json[]
  /** Where the next page begins, if there is one. */
  readonly next: number | undefined
}

/**
 * The records behind a locator, `01g...-2000`: from that place on, so many.
 * @throws INVALID_QUERY_LOCATOR (400) for one that is of no cursor, of another user's or of one that is closed
 */
export function readCursor(world: SalesforceWorld, userId: string, locator: string, count: number): Slice {
  const [, id = '', place] = /^(\w{15,18})-(\d+)$/.exec(locator) ?? []
  const cursor = cursorsOf(world).find(id)
  const from = Number(place)
  if (!cursor || cursor.userId !== userId || cursor.expires <= world.port.now() || from >= cursor.total)
    throw fail(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator')
  cursorsOf(world).update(id, { expires: world.port.now() + LIFETIME })
  const to = Math.min(from + count, cursor.total)
  const first = Math.floor(from / cursor.pageSize)
  const records: Json[] = []
  for (let at = first; at * cursor.pageSize < to; at++) {
    const kept = pagesOf(world).find(`${id}-${at}`)
    if (kept) for (const record of JSON.parse(kept.records) as Json[]) records.push(record)
  }
  const skip = from - first * cursor.pageSize
  return {
    id,
    total: cursor.total,
    records: records.slice(skip, skip + to - from),
    next: to < cursor.total ? to : undefined,
  }
}
