import { fail } from '../errors.js'
import { ingestJobs, queryJobs } from '../jobs/job-store.js'
import type { SalesforceWorld } from '../world.js'
import { allowance } from './allowances.js'

const DAY = 24 * 3_600_000
/** Records of one batch of a job. */
const BATCH = 10_000

/** Batches of the last 24 hours: a job has one for every ten thousand records, and one at least. */
export function bulkBatches(world: SalesforceWorld): number {
  let batches = 0
  for (const { createdAt, processed } of ingestJobs(world).all()) {
    if (createdAt > world.port.now() - DAY) batches += Math.max(1, Math.ceil(processed / BATCH))
  }
  return batches
}

/** Query jobs of the last 24 hours. */
export function bulkQueryJobs(world: SalesforceWorld): number {
  return queryJobs(world)
    .all()
    .filter(({ createdAt }) => createdAt > world.port.now() - DAY).length
}

/** @throws EXCEEDEDQUOTA (400) where the day's batches are used up @unverified status and words */
export function checkBatches(world: SalesforceWorld): void {
  check(world, 'DailyBulkApiBatches', bulkBatches(world))
}

/** @throws EXCEEDEDQUOTA (400) where the day's query jobs are used up @unverified status and words */
export function checkQueryJobs(world: SalesforceWorld): void {
  check(world, 'DailyBulkV2QueryJobs', bulkQueryJobs(world))
}

function check(world: SalesforceWorld, name: string, used: number): void {
  if (!world.port.world.limits || used < allowance(world, name)) return
  throw fail(400, 'EXCEEDEDQUOTA', `ExceededQuota : ${name} Limit exceeded.`)
}
