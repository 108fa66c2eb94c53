import { reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import type { SalesforceWorld } from '../world.js'
import { type IngestJob, invalidState, type Stored } from './ingest-job.js'
import { ingestJob } from './job-store.js'
import { resultHeader } from './run-ingest.js'

const CSV = 'text/csv;charset=UTF-8'

/**
 * Records that were saved, with `sf__Id` and whether they are new.
 * @throws NOT_FOUND (404), INVALIDJOBSTATE (400) before the job is done
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_successful_results.htm (read 2026-11)
 */
export const ingestSuccesses = behaviour(
  'GET /services/data/{version}/jobs/ingest/{job}/successfulResults',
  ({ params }, world) => {
    const job = ended(world, params.job)
    return results(world, job, ['sf__Id', 'sf__Created'], job.successes)
  },
)

/**
 * Records that were not, with the reason in `sf__Error`.
 * @throws NOT_FOUND (404), INVALIDJOBSTATE (400) before the job is done
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_failed_results.htm (read 2026-11)
 */
export const ingestFailures = behaviour(
  'GET /services/data/{version}/jobs/ingest/{job}/failedResults',
  ({ params }, world) => {
    const job = ended(world, params.job)
    return results(world, job, ['sf__Id', 'sf__Error'], job.failures)
  },
)

/**
 * Records that a job which failed or was aborted never came to, as they were sent.
 * @throws NOT_FOUND (404), INVALIDJOBSTATE (400) before the job is done
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_unprocessed_results.htm (read 2026-11)
 */
export const ingestUnprocessed = behaviour(
  'GET /services/data/{version}/jobs/ingest/{job}/unprocessedrecords',
  ({ params }, world) => {
    const job = ended(world, params.job)
    const rest = job.upload && job.state !== 'JobComplete' ? { ...job.upload, from: job.done } : undefined
    const header = job.columns.length > 0 ? resultHeader(job, []) : ''
    return stream(world, header, rest)
  },
)

function ended(world: SalesforceWorld, id: string): IngestJob {
  const job = ingestJob(world, id)
  if (!['JobComplete', 'Failed', 'Aborted'].includes(job.state)) throw invalidState(job.state, 'read the results of')
  return job
}

function results(world: SalesforceWorld, job: IngestJob, first: readonly string[], stored: Stored | null) {
  return stream(world, resultHeader(job, first), stored ? { ...stored, from: 0 } : undefined)
}

function stream(world: SalesforceWorld, header: string, stored: (Stored & { readonly from: number }) | undefined) {
  const { files } = world.port
  async function* lines(): AsyncIterable<string | Uint8Array> {
    if (header !== '') yield header
    if (stored) yield* files.stream(stored.file, stored.from, stored.size)
  }
  return reply({ body: lines(), contentType: CSV })
}
