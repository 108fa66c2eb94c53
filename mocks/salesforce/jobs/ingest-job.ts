import { lifecycle, type Row } from '../../../src/engine/kit.js'
import { fail } from '../errors.js'
import { toDatetime } from '../records/datetime.js'
import type { Dialect } from './csv-dialect.js'

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted'
export type IngestAction = 'upload' | 'close' | 'start' | 'finish' | 'fail' | 'abort' | 'delete'

const STATES: readonly JobState[] = ['Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted']
const ENDED: readonly JobState[] = ['UploadComplete', 'JobComplete', 'Failed', 'Aborted']

/**
 * What becomes of a job that brings data in.
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/walkthrough_upload_data.htm (read 2026-11)
 */
export const ingestLifecycle = lifecycle<JobState, IngestAction>(STATES, {
  upload: { from: ['Open'], to: ['Open'] },
  close: { from: ['Open'], to: ['UploadComplete'] },
  start: { from: ['UploadComplete'], to: ['InProgress'] },
  finish: { from: ['InProgress'], to: ['JobComplete'] },
  fail: { from: ['InProgress'], to: ['Failed'] },
  abort: { from: ['Open', 'UploadComplete', 'InProgress'], to: ['Aborted'] },
  delete: { from: ENDED, to: [] },
})

export type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete'
export const OPERATIONS: readonly Operation[] = ['insert', 'update', 'upsert', 'delete', 'hardDelete']

/** A part of a file on disk that counts: its first `size` bytes. */
export interface Stored {
  readonly file: string
  readonly size: number
}

export interface IngestJob extends Row, Dialect {
  readonly object: string
  readonly operation: Operation
  readonly externalIdFieldName: string | null
  readonly createdById: string
  /** Unix milliseconds on the world's clock. */
  readonly createdAt: number
  readonly modifiedAt: number
  readonly state: JobState
  /** `v59.0` */
  readonly version: string
  readonly upload: Stored | null
  /** How many bytes of the upload are done, and what its first line says. */
  readonly done: number
  readonly columns: readonly string[]
  readonly processed: number
  readonly failed: number
  readonly successes: Stored | null
  readonly failures: Stored | null
  readonly errorMessage: string | null
}

/** A job as the API shows it. Its figures are told only where one job is asked for. */
export function renderIngestJob(job: IngestJob, details: boolean): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: toDatetime(job.createdAt),
    systemModstamp: toDatetime(job.modifiedAt),
    state: job.state,
    ...(job.externalIdFieldName !== null && { externalIdFieldName: job.externalIdFieldName }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version.slice(1)),
    ...(details ? { jobType: 'V2Ingest' } : {}),
    contentUrl: `services/data/${job.version}/jobs/ingest/${job.id}/batches`,
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    ...(details && figuresOf(job)),
  }
}

function figuresOf(job: IngestJob): Record<string, unknown> {
  const time = job.processed === 0 ? 0 : Math.max(1, Math.ceil(job.processed / 20))
  return {
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed,
    retries: 0,
    totalProcessingTime: time,
    apiActiveProcessingTime: time,
    apexProcessingTime: 0,
    ...(job.errorMessage !== null && { errorMessage: job.errorMessage }),
  }
}

/** @throws INVALIDJOBSTATE (400). @unverified wording */
export function invalidState(state: JobState, action: string) {
  return fail(400, 'INVALIDJOBSTATE', `InvalidJobState : The job is ${state}, which does not allow to ${action} it.`)
}
