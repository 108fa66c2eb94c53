import { reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { deleteQueryFiles } from './expire.js'
import { invalidState } from './ingest-job.js'
import { queryJob, queryJobs } from './job-store.js'
import { queryLifecycle, renderQueryJob } from './query-job.js'

/** Ends a job. @throws NOT_FOUND (404), INVALIDJOBSTATE (400) @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_abort_job.htm (read 2026-11) */
export const abortQueryJob = behaviour('PATCH /services/data/{version}/jobs/query/{job}', ({ params, body }, world) => {
  const job = queryJob(world, params.job)
  const { state } = body as { state?: unknown }
  if (state !== 'Aborted')
    throw fail(400, 'INVALIDJOBSTATE', `InvalidJobState : Only Aborted can be set, not ${String(state)}.`)
  if (!queryLifecycle.allows(job.state, 'abort')) throw invalidState(job.state, 'abort')
  return renderQueryJob(queryJobs(world).put({ ...job, state, modifiedAt: world.port.now() }), true)
})

/** How a job stands. @throws NOT_FOUND (404) @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_one_job.htm (read 2026-11) */
export const retrieveQueryJob = behaviour('GET /services/data/{version}/jobs/query/{job}', ({ params }, world) =>
  renderQueryJob(queryJob(world, params.job), true),
)

/** Forgets a job and its results. @throws NOT_FOUND (404), INVALIDJOBSTATE (400) @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_delete_job.htm (read 2026-11) */
export const deleteQueryJob = behaviour('DELETE /services/data/{version}/jobs/query/{job}', ({ params }, world) => {
  const job = queryJob(world, params.job)
  if (!queryLifecycle.allows(job.state, 'delete')) throw invalidState(job.state, 'delete')
  queryJobs(world).delete(job.id)
  deleteQueryFiles(world, job.results?.file)
  return reply({ status: 204 })
})

/** Jobs, newest first, in one page. @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_all_jobs.htm (read 2026-11) */
export const listQueryJobs = behaviour('GET /services/data/{version}/jobs/query', (_input, world) => ({
  done: true,
  records: queryJobs(world)
    .all()
    .reverse()
    .map((job) => ({ ...renderQueryJob(job, false), jobType: 'V2Query' })),
  nextRecordsUrl: null,
}))

/** The two kinds of jobs. @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0.htm (read 2026-11) @unverified its form */
export const listJobResources = behaviour('GET /services/data/{version}/jobs', ({ params }) => ({
  ingest: `/services/data/${params.version}/jobs/ingest`,
  query: `/services/data/${params.version}/jobs/query`,
}))
