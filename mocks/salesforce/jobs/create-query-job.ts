import { behaviour } from '../api.js'
import { callerOf } from '../auth.js'
import { fail } from '../errors.js'
import { checkQueryJobs } from '../limits/bulk-usage.js'
import { execute } from '../soql/execute.js'
import { parseSoql } from '../soql/parse.js'
import { SoqlError, showSource } from '../soql/soql-error.js'
import { versionOf } from '../versions.js'
import { since } from '../versions-since.js'
import { csvLine } from './csv.js'
import { parseDialect } from './csv-dialect.js'
import { QUEUE, queryJobs, RETENTION } from './job-store.js'
import { columnsOfQuery } from './query-columns.js'
import { environmentOf } from './query-environment.js'
import { renderQueryJob } from './query-job.js'

/**
 * Takes a query to be answered as CSV.
 * @throws INVALIDJOB, API_ERROR, FUNCTIONALITY_NOT_ENABLED, and what is wrong with the query (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_create_job.htm (read 2026-11)
 * @unverified that an error of the query keeps its code: API_ERROR has been seen too
 */
export const createQueryJob = behaviour('POST /services/data/{version}/jobs/query', ({ params, body, call }, world) => {
  since(47, params.version)
  const request = body as Readonly<Record<string, unknown>>
  const operation = request.operation === 'queryAll' ? 'queryAll' : request.operation === 'query' ? 'query' : undefined
  if (operation === undefined) {
    throw fail(400, 'INVALIDJOB', `InvalidJob : ${String(request.operation)} is no operation of a query job.`)
  }
  if (typeof request.query !== 'string') throw fail(400, 'INVALIDJOB', 'InvalidJob : query is required')
  const { userId } = callerOf(call).session
  const dialect = parseDialect(request.columnDelimiter, request.lineEnding)
  const environment = environmentOf(world, userId, {
    version: params.version,
    includeDeleted: operation === 'queryAll',
  })
  const now = world.port.now()
  checkQueryJobs(world)
  try {
    const query = parseSoql(request.query)
    const object = world.catalogue.object(query.from.object.text)
    const columns = columnsOfQuery(query, object, versionOf(params.version) ?? 59)
    // What is wrong with its names is told now, not when it is run.
    execute(query, { ...environment, source: NOTHING })
    const job = queryJobs(world).insert({
      id: world.idWithPrefix('750'),
      operation,
      query: request.query,
      object: object?.name ?? query.from.object.text,
      ...dialect,
      createdById: userId,
      createdAt: now,
      modifiedAt: now,
      state: 'UploadComplete',
      version: params.version,
      processed: 0,
      header: csvLine(
        columns.map(({ name }) => name),
        dialect,
      ),
      results: null,
      marks: [],
      errorMessage: null,
    })
    world.port.schedule('bulk query start', now + QUEUE, { job: job.id })
    world.port.schedule('bulk expire', now + RETENTION, { job: job.id })
    return renderQueryJob(job, false)
  } catch (error) {
    if (error instanceof SoqlError) throw showSource(error, request.query)
    throw error
  }
})

const NOTHING = { all: () => [], find: () => undefined, lookup: () => [] }
