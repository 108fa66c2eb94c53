import { ingestJobs, queryJobs } from '../jobs/job-store.js'
import type { SalesforceWorld } from '../world.js'

const DAY = 24 * 3_600_000
/** Records in one of the batches that Bulk API 2.0 makes by itself. */
const BATCH = 10_000

/** Limits whose use is known; of the others nothing is used. */
export const COUNTED = ['DailyApiRequests', 'DailyBulkApiBatches', 'DailyBulkV2QueryJobs']

/** How much of a limit of the last 24 hours is used. @unverified that a job which was deleted counts no more */
export function usedOf(world: SalesforceWorld, name: string): number {
  const now = world.port.now()
  const recent = ({ createdAt }: { readonly createdAt: number }) => createdAt > now - DAY
  if (name === 'DailyApiRequests') return world.usage.used(now)
  if (name === 'DailyBulkV2QueryJobs') return queryJobs(world).all().filter(recent).length
  if (name !== 'DailyBulkApiBatches') return 0
  return ingestJobs(world)
    .all()
    .filter(recent)
    .reduce((sum, { processed }) => sum + Math.ceil(processed / BATCH), 0)
}
