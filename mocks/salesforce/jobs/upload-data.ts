import { reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import type { SalesforceWorld } from '../world.js'
import { type IngestJob, ingestLifecycle, invalidState } from './ingest-job.js'
import { ingestJob, ingestJobs } from './job-store.js'

/**
 * Takes a job's data, once. 201 without a body.
 * @throws NOT_FOUND (404), INVALIDJOBSTATE (400) where the job is not open or has its data
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/upload_job_data.htm (read 2026-11)
 */
export const uploadData = behaviour(
  'PUT /services/data/{version}/jobs/ingest/{job}/batches',
  ({ params, body }, world) => {
    const job = ingestJob(world, params.job)
    if (!ingestLifecycle.allows(job.state, 'upload') || job.upload !== null)
      throw invalidState(job.state, 'upload data to')
    const content: unknown = body
    storeUpload(
      world,
      job,
      content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : ''),
    )
    return reply({ status: 201 })
  },
)

/** Puts what was sent on disk. */
export function storeUpload(world: SalesforceWorld, job: IngestJob, bytes: Uint8Array): IngestJob {
  const file = world.port.files.create()
  const size = world.port.files.write(file, 0, bytes)
  return ingestJobs(world).put({ ...job, upload: { file, size }, modifiedAt: world.port.now() })
}
