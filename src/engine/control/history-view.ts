import type { Emitted } from '../events/emitted.js'
import type { Happening } from '../history/happening.js'
import { type RowChange, rowChanges } from '../scenarios/row-change.js'
import type { World } from '../world/world.js'
import { moment } from './views.js'

/** More of one happening is not told in a list. */
const TOLD = 20

/** A happening as the control API tells it: without secrets. Times of the world's clock are ISO, wall times milliseconds. */
export function happeningView(world: World, happening: Happening) {
  const { kind, number, at, wallTime } = happening
  const place = { kind, number, at: moment(at), wallTime }
  switch (happening.kind) {
    case 'request': {
      const { id, vendor, method, target, operation, status, faults, staged, duration } = happening
      const redactor = world.sandbox.runtime(vendor)?.redactor
      const shown = redactor?.text(target) ?? target
      const told = { id, vendor, method, target: shown, operation: operation ?? null, status, faults, staged, duration }
      return { ...place, ...told, ...whatCame(world, happening) }
    }
    case 'delivery': {
      const { delivery, vendor, type, endpoint, url, attempt, status, error, accepted, made, duration } = happening
      const said = { status: status ?? null, error: error ?? null, accepted, made, duration }
      return { ...place, delivery, vendor, type, endpoint, url, attempt, ...said, because: happening.because ?? null }
    }
    case 'change': {
      const came = whatCame(world, happening)
      const vendor = came.changes[0]?.vendor ?? happening.emitted[0]?.vendor ?? null
      return { ...place, vendor, ...came, because: happening.because ?? null }
    }
    case 'command':
      return { ...place, name: happening.name, input: happening.input }
  }
}

function whatCame(
  world: World,
  { changes, emitted }: { changes: Parameters<typeof rowChanges>[1]; emitted: readonly Emitted[] },
) {
  const rows = rowChanges(world, changes)
  return {
    changes: rows.slice(0, TOLD).map((row) => withScope(row, changes)),
    moreChanges: Math.max(0, rows.length - TOLD),
    events: emitted.map(({ type }) => type),
  }
}

/** The account inside the world, so that the row is found again. */
function withScope(row: RowChange, changes: Parameters<typeof rowChanges>[1]) {
  const { vendor, of, id, change, status, before, fields } = row
  const scope = changes.find((each) => each.id === id && each.table.name.endsWith(`/${of}`))?.table.name.split('/')[1]
  return { vendor, scope: scope ?? '', of, id, change, status: status ?? null, before: before ?? null, fields }
}
