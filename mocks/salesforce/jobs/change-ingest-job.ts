import { reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { deleteIngestFiles } from './expire.js'
import { ingestLifecycle, invalidState, renderIngestJob } from './ingest-job.js'
import { ingestJob, ingestJobs, QUEUE } from './job-store.js'

/**
 * `UploadComplete` hands a job over to be done, `Aborted` ends it: what is done by then stays.
 * @throws NOT_FOUND (404), INVALIDJOBSTATE (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/close_job.htm (read 2026-11)
 */
export const changeIngestJob = behaviour(
  'PATCH /services/data/{version}/jobs/ingest/{job}',
  ({ params, body }, world) => {
    const job = ingestJob(world, params.job)
    const { state } = body as { state?: unknown }
    const now = world.port.now()
    if (state === 'UploadComplete') {
      if (!ingestLifecycle.allows(job.state, 'close')) throw invalidState(job.state, 'close')
      world.port.schedule('bulk start', now + QUEUE, { job: job.id })
    } else if (state === 'Aborted') {
      if (!ingestLifecycle.allows(job.state, 'abort')) throw invalidState(job.state, 'abort')
    } else
      throw fail(
        400,
        'INVALIDJOBSTATE',
        `InvalidJobState : Only UploadComplete and Aborted can be set, not ${String(state)}.`,
      )
    return renderIngestJob(ingestJobs(world).put({ ...job, state, modifiedAt: now }), false)
  },
)

/** How a job stands. @throws NOT_FOUND (404) @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_info.htm (read 2026-11) */
export const retrieveIngestJob = behaviour('GET /services/data/{version}/jobs/ingest/{job}', ({ params }, world) =>
  renderIngestJob(ingestJob(world, params.job), true),
)

/**
 * Forgets a job and its data; what it did stays.
 * @throws NOT_FOUND (404), INVALIDJOBSTATE (400) while it is open or under way
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/delete_job.htm (read 2026-11)
 */
export const deleteIngestJob = behaviour('DELETE /services/data/{version}/jobs/ingest/{job}', ({ params }, world) => {
  const job = ingestJob(world, params.job)
  if (!ingestLifecycle.allows(job.state, 'delete')) throw invalidState(job.state, 'delete')
  ingestJobs(world).delete(job.id)
  deleteIngestFiles(world, job)
  return reply({ status: 204 })
})

/** Jobs, newest first, in one page. @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_all_jobs.htm (read 2026-11) */
export const listIngestJobs = behaviour('GET /services/data/{version}/jobs/ingest', (_input, world) => ({
  done: true,
  records: ingestJobs(world)
    .all()
    .reverse()
    .map((job) => ({ ...renderIngestJob(job, false), jobType: 'V2Ingest' })),
  nextRecordsUrl: null,
}))
