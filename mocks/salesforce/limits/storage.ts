import { fail } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { allowance, isConfigured } from './allowances.js'

/** What a record counts, in MB, however long it is. @source https://help.salesforce.com/s/articleView?id=sf.admin_monitorresources.htm (read 2026-11) */
const RECORD = 2 / 1024

/** Data storage that the org's records take, in MB. */
export function storageUsed(world: SalesforceWorld): number {
  let records = 0
  for (const name of world.populated()) records += world.records(name).size
  return records * RECORD
}

/**
 * Refuses one more record where there is no room. Only a limit that the configuration sets is held to: the five MB of a Developer
 * Edition would be the end of many a test's data.
 * @throws STORAGE_LIMIT_EXCEEDED (400)
 */
export function checkStorage(world: SalesforceWorld): void {
  if (!isConfigured(world, 'DataStorageMB')) return
  if (storageUsed(world) + RECORD > allowance(world, 'DataStorageMB')) {
    throw fail(400, 'STORAGE_LIMIT_EXCEEDED', 'storage limit exceeded', [])
  }
}
