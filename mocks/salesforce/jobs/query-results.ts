import { reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { versionOf } from '../versions.js'
import type { SalesforceWorld } from '../world.js'
import { queryJob } from './job-store.js'
import type { QueryJob } from './query-job.js'
import { MARK } from './run-query.js'

/** Records in one answer where the client does not say. @unverified: Salesforce decides by size */
const PAGE = 50_000
const STATUS_WORDS: Readonly<Record<string, string>> = {
  UploadComplete: 'UPLOAD_COMPLETE',
  InProgress: 'IN_PROGRESS',
  Failed: 'FAILED',
  Aborted: 'ABORTED',
}

/**
 * A page of the results as CSV. `Sforce-Locator` leads to the next one, and is the word `null` at the end; `maxRecords` is
 * how many records a page has at most.
 * @throws NOT_FOUND (404), JOB_NOT_COMPLETE (400; from v58 on 204 without a body), 409 for a version that is not the job's
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_job_results.htm (read 2026-11)
 */
export const queryJobResults = behaviour(
  'GET /services/data/{version}/jobs/query/{job}/results',
  ({ params, query }, world) => {
    const job = queryJob(world, params.job)
    if (job.version !== params.version) {
      throw fail(409, 'API_ERROR', `The job was created with ${job.version}, and its results are to be read with it.`)
    }
    if (job.state !== 'JobComplete' || job.results === null) return notComplete(job)
    const { locator, maxRecords } = query as { locator?: string; maxRecords?: string }
    const from = placeOf(locator, job)
    const most = maxRecords === undefined ? PAGE : Number(maxRecords)
    if (!Number.isInteger(most) || most < 1) throw fail(400, 'API_ERROR', `maxRecords is no number: ${maxRecords}`)
    const to = Math.min(job.processed, from + most)
    return reply({
      body: lines(world, job, from, to),
      contentType: 'text/csv;charset=UTF-8',
      headers: {
        'Sforce-NumberOfRecords': String(to - from),
        'Sforce-Locator': to < job.processed ? Buffer.from(String(to)).toString('base64').replace(/=+$/, '') : 'null',
      },
    })
  },
)

function notComplete(job: QueryJob) {
  if ((versionOf(job.version) ?? 0) >= 58 && job.state !== 'Failed' && job.state !== 'Aborted')
    return reply({ status: 204 })
  const status = STATUS_WORDS[job.state] ?? job.state
  throw fail(
    400,
    'JOB_NOT_COMPLETE',
    `can only download query results of successfully completed bulk job with status: JOB_COMPLETE. Current status: ${status}`,
  )
}

function placeOf(locator: string | undefined, job: QueryJob): number {
  if (locator === undefined || locator === '') return 0
  const place = Number(Buffer.from(locator, 'base64').toString())
  if (!Number.isInteger(place) || place <= 0 || place >= job.processed) {
    throw fail(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator')
  }
  return place
}

async function* lines(
  world: SalesforceWorld,
  job: QueryJob,
  from: number,
  to: number,
): AsyncIterable<string | Uint8Array> {
  yield job.header
  if (job.results === null || from === to) return
  yield* world.port.files.stream(job.results.file, offsetOf(world, job, from), offsetOf(world, job, to))
}

/** Where a record begins: from the mark before it, past the line feeds outside of quotes. */
function offsetOf(world: SalesforceWorld, job: QueryJob, record: number): number {
  const { results, marks } = job
  if (results === null || record >= job.processed) return results?.size ?? 0
  const mark = Math.floor(record / MARK)
  const start = marks[mark] ?? results.size
  const bytes = world.port.files.read(results.file, start, (marks[mark + 1] ?? results.size) - start)
  let quoted = false
  let left = record - mark * MARK
  for (let i = 0; i < bytes.length; i++) {
    if (left === 0) return start + i
    if (bytes[i] === 34) quoted = !quoted
    else if (bytes[i] === 10 && !quoted) left--
  }
  return start + bytes.length
}
