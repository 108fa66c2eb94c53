import { execute } from '../soql/execute.js'
import { parseSoql } from '../soql/parse.js'
import { SoqlError } from '../soql/soql-error.js'
import { versionOf } from '../versions.js'
import type { SalesforceWorld } from '../world.js'
import { csvLine } from './csv.js'
import { QUEUE, queryJobs } from './job-store.js'
import { cellOf, columnsOfQuery } from './query-columns.js'
import { environmentOf } from './query-environment.js'
import { type QueryJob, queryLifecycle } from './query-job.js'

/** Records between two marks of where they begin. */
export const MARK = 1000

export function startQuery(world: SalesforceWorld, id: string): void {
  const job = queryJobs(world).find(id)
  if (!job || !queryLifecycle.allows(job.state, 'start')) return
  const now = world.port.now()
  queryJobs(world).put({ ...job, state: 'InProgress', modifiedAt: now })
  world.port.schedule('bulk query', now + QUEUE, { job: id })
}

/** Answers the query onto disk, a thousand records at a time. */
export function runQuery(world: SalesforceWorld, id: string): void {
  const job = queryJobs(world).find(id)
  if (job?.state !== 'InProgress') return
  const modifiedAt = world.port.now()
  try {
    queryJobs(world).put({ ...job, ...answer(world, job), state: 'JobComplete', modifiedAt })
  } catch (error) {
    if (!(error instanceof SoqlError)) throw error
    queryJobs(world).put({ ...job, state: 'Failed', errorMessage: `${error.code} : ${error.message}`, modifiedAt })
  }
}

function answer(world: SalesforceWorld, job: QueryJob): Pick<QueryJob, 'results' | 'marks' | 'processed'> {
  const query = parseSoql(job.query)
  const scope = { version: job.version, includeDeleted: job.operation === 'queryAll' }
  const found = execute(query, environmentOf(world, job.createdById, scope))
  const columns = columnsOfQuery(query, world.catalogue.object(job.object), versionOf(job.version) ?? 59)
  const file = world.port.files.create()
  const marks: number[] = []
  let size = 0
  for (let from = 0; from < found.totalSize; from += MARK) {
    marks.push(size)
    const records = found.records(from, from + MARK, { childBatch: MARK, keepRest: undefined })
    const lines = records.map((record) =>
      csvLine(
        columns.map((column) => cellOf(record, column)),
        job,
      ),
    )
    size = world.port.files.write(file, size, lines.join(''))
  }
  return { results: { file, size }, marks, processed: found.totalSize }
}
