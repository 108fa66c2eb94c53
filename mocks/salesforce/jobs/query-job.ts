import { lifecycle, type Row } from '../../../src/engine/kit.js'
import { toDatetime } from '../records/datetime.js'
import type { Dialect } from './csv-dialect.js'
import type { JobState, Stored } from './ingest-job.js'

export type QueryAction = 'start' | 'finish' | 'fail' | 'abort' | 'delete'

/**
 * What becomes of a job that takes data out. It is never open: its query comes with it.
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_create_job.htm (read 2026-11)
 */
export const queryLifecycle = lifecycle<JobState, QueryAction>(
  ['UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted'],
  {
    start: { from: ['UploadComplete'], to: ['InProgress'] },
    finish: { from: ['InProgress'], to: ['JobComplete'] },
    fail: { from: ['InProgress'], to: ['Failed'] },
    abort: { from: ['UploadComplete', 'InProgress'], to: ['Aborted'] },
    delete: { from: ['JobComplete', 'Failed', 'Aborted'], to: [] },
  },
)

export interface QueryJob extends Row, Dialect {
  readonly operation: 'query' | 'queryAll'
  readonly query: string
  readonly object: string
  readonly createdById: string
  /** Unix milliseconds on the world's clock. */
  readonly createdAt: number
  readonly modifiedAt: number
  readonly state: JobState
  /** `v59.0` */
  readonly version: string
  readonly processed: number
  readonly header: string
  readonly results: Stored | null
  /** Where every thousandth record begins in the results. */
  readonly marks: readonly number[]
  readonly errorMessage: string | null
}

export function renderQueryJob(job: QueryJob, details: boolean): Record<string, unknown> {
  const time = job.processed === 0 ? 0 : Math.max(1, Math.ceil(job.processed / 100))
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: toDatetime(job.createdAt),
    systemModstamp: toDatetime(job.modifiedAt),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version.slice(1)),
    ...(details && { jobType: 'V2Query' }),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    ...(details && {
      numberRecordsProcessed: job.processed,
      retries: 0,
      totalProcessingTime: time,
      isPkChunkingSupported: true,
      ...(job.errorMessage !== null && { errorMessage: job.errorMessage }),
    }),
  }
}
