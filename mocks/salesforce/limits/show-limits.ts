import { behaviour } from '../api.js'
import type { SalesforceWorld } from '../world.js'
import { ALLOWANCES, allowance } from './allowances.js'
import { bulkBatches, bulkQueryJobs } from './bulk-usage.js'
import { storageUsed } from './storage.js'

/**
 * What the org is allowed and what is left of it.
 * @throws INVALID_SESSION_ID (401)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm (read 2026-11)
 */
export const showLimits = behaviour('GET /services/data/{version}/limits', (_input, world) => {
  const rows = Object.keys(ALLOWANCES).map((name) => {
    const max = allowance(world, name)
    return [name, { Max: max, Remaining: Math.max(0, max - used(world, name)) }]
  })
  return Object.fromEntries(rows)
})

function used(world: SalesforceWorld, name: string): number {
  switch (name) {
    case 'DailyApiRequests':
      return world.usage.used(world.port.now())
    case 'DataStorageMB':
      return Math.floor(storageUsed(world))
    case 'DailyBulkApiBatches':
      return bulkBatches(world)
    case 'DailyBulkV2QueryJobs':
      return bulkQueryJobs(world)
    default:
      return 0
  }
}
