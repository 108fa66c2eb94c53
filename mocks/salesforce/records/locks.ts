import type { Row } from '../../../src/engine/kit.js'
import { fail } from '../errors.js'
import type { SalesforceWorld } from '../world.js'

/** That another transaction holds a record. The sandbox's own never do: they are too short. */
interface Lock extends Row {
  /** Unix milliseconds on the world's clock. */
  readonly until: number
}

/** Holds a record for so many milliseconds, as a long transaction of somebody else's would: for scenarios. */
export function lockRecord(world: SalesforceWorld, id: string, milliseconds: number): void {
  world.port.table<Lock>('_lock').put({ id, until: world.port.now() + milliseconds })
}

/** @throws UNABLE_TO_LOCK_ROW (400) @source facts A9 (read 2026-11-23) */
export function checkLock(world: SalesforceWorld, id: string): void {
  const lock = world.port.table<Lock>('_lock').find(id)
  if (!lock || lock.until <= world.port.now()) return
  throw fail(400, 'UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${id}`, [])
}
