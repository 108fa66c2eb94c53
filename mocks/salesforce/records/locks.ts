import type { Row } from '../../../src/engine/kit.js'
import type { SObject } from '../catalogue/catalogue.js'
import { fail } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { fits } from './condition-of.js'
import type { RecordRow } from './record.js'

/** That another transaction holds a record. The sandbox's own never do: they are too short. */
interface Lock extends Row {
  /** Unix milliseconds on the world's clock. */
  readonly until: number
}

/** Of `settings.salesforce.locks`: records that somebody else's long transaction holds. */
interface LockSetting {
  readonly object: string
  /** As in a WHERE of SOQL; without it, all records of the object. */
  readonly condition?: string
  /** From the beginning of the org on; without it, for good. */
  readonly seconds?: number
}

/** Holds a record for so many milliseconds, as a long transaction of somebody else's would. */
export function lockRecord(world: SalesforceWorld, id: string, milliseconds: number): void {
  world.port.table<Lock>('_lock').put({ id, until: world.port.now() + milliseconds })
}

/** @throws UNABLE_TO_LOCK_ROW (400) @source facts A9 (read 2026-11-23) */
export function checkLock(world: SalesforceWorld, object: SObject, row: RecordRow): void {
  const lock = world.port.table<Lock>('_lock').find(row.id)
  const held = (lock && lock.until > world.port.now()) || isConfigured(world, object, row)
  if (!held) return
  throw fail(400, 'UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${row.id}`, [])
}

function isConfigured(world: SalesforceWorld, object: SObject, row: RecordRow): boolean {
  const locks = world.setting('locks')
  if (!Array.isArray(locks)) return false
  const age = (world.port.now() - world.oauth.org.createdAt) / 1000
  return (locks as readonly LockSetting[]).some(
    ({ object: name, condition, seconds }) =>
      name.toLowerCase() === object.name.toLowerCase() &&
      (seconds === undefined || age < seconds) &&
      (condition === undefined || fits(world, object, condition, row)),
  )
}
