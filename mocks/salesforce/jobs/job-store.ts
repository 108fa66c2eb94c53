import type { Table } from '../../../src/engine/kit.js'
import { notFound } from '../errors.js'
import { canonicalId } from '../records/ids.js'
import type { SalesforceWorld } from '../world.js'
import type { IngestJob } from './ingest-job.js'
import type { QueryJob } from './query-job.js'

/** How long a job and its results are kept, in milliseconds. @source https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_bulkapi.htm (read 2026-11) */
export const RETENTION = 7 * 24 * 3_600_000
/** How long a job waits in the queue, and then for its first records, on the world's clock. */
export const QUEUE = 500

export function ingestJobs(world: SalesforceWorld): Table<IngestJob> {
  return world.port.table('_ingest_job')
}

export function queryJobs(world: SalesforceWorld): Table<QueryJob> {
  return world.port.table('_query_job')
}

/** @throws NOT_FOUND (404) */
export function ingestJob(world: SalesforceWorld, id: string): IngestJob {
  const job = ingestJobs(world).find(canonicalId(id) ?? '')
  if (!job) throw notFound()
  return job
}

/** @throws NOT_FOUND (404) */
export function queryJob(world: SalesforceWorld, id: string): QueryJob {
  const job = queryJobs(world).find(canonicalId(id) ?? '')
  if (!job) throw notFound()
  return job
}
