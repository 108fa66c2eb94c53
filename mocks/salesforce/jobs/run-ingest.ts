import { type Actor, accessOfUser } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { versionOf } from '../versions.js'
import type { SalesforceWorld } from '../world.js'
import { csvLine, endOfRecords, parseCsv } from './csv.js'
import { DELIMITERS } from './csv-dialect.js'
import { type IngestJob, ingestLifecycle, type Stored } from './ingest-job.js'
import { ingestRows } from './ingest-rows.js'
import { ingestJobs, QUEUE } from './job-store.js'
import { columnsOf } from './row-values.js'

/** How much of an upload is done in one transaction, in bytes; and the longest record. */
const STEP = 256 * 1024
const LONGEST_RECORD = 16 * 1024 * 1024

/** A job that has waited in the queue gets under way. */
export function startIngest(world: SalesforceWorld, id: string): void {
  const job = ingestJobs(world).find(id)
  if (!job || !ingestLifecycle.allows(job.state, 'start')) return
  const now = world.port.now()
  ingestJobs(world).put({ ...job, state: 'InProgress', modifiedAt: now })
  world.port.schedule('bulk ingest', now + QUEUE, { job: id })
}

/** Does the next part of a job, in a transaction of its own, so that memory stays flat and others get their turn. */
export function ingestStep(world: SalesforceWorld, id: string): void {
  const job = ingestJobs(world).find(id)
  if (job?.state !== 'InProgress') return
  const object = world.catalogue.object(job.object)
  const next = object && nextRecords(world, job)
  if (object && next) ingestPart(world, job, object, next)
  else end(world, job, { state: 'JobComplete' })
}

/** Records of one step, and the place behind them. */
interface Part {
  readonly records: string[][]
  readonly end: number
}

function ingestPart(world: SalesforceWorld, job: IngestJob, object: SObject, part: Part): void {
  const header = job.columns.length > 0 ? job.columns : (part.records.shift() ?? [])
  const columns = columnsOf(object, header)
  const unknown = typeof columns === 'string' ? columns : missingColumn(job, header)
  if (typeof columns === 'string' || unknown !== undefined) {
    end(world, job, { state: 'Failed', errorMessage: `InvalidBatch : Field name not found : ${unknown}` })
    return
  }
  const batch = { job, object, actor: actorOfJob(world, job), columns, records: part.records }
  const { successes, failures, processed, failed } = ingestRows(world, batch)
  ingestJobs(world).put({
    ...job,
    columns: header,
    done: part.end,
    processed: job.processed + processed,
    failed: job.failed + failed,
    successes: append(world, job.successes, successes),
    failures: append(world, job.failures, failures),
  })
  world.port.schedule('bulk ingest', world.port.now(), { job: job.id })
}

/** Whole records from where the job is, and the place behind them; undefined at the end. */
function nextRecords(world: SalesforceWorld, job: IngestJob): Part | undefined {
  const left = job.upload === null ? 0 : job.upload.size - job.done
  if (job.upload === null || left <= 0) return undefined
  for (let length = Math.min(STEP, left); ; length = Math.min(length * 4, left)) {
    const bytes = world.port.files.read(job.upload.file, job.done, length)
    const end = length === left || length > LONGEST_RECORD ? length : endOfRecords(bytes)
    if (end === 0) continue
    const text = bytes.toString('utf8', 0, end)
    const records = parseCsv(job.done === 0 ? text.replace(/^\uFEFF/, '') : text, DELIMITERS[job.columnDelimiter])
    return { records, end: job.done + end }
  }
}

/** What an operation cannot do without. An upsert by `Id` inserts where there is none. */
function missingColumn(job: IngestJob, header: readonly string[]): string | undefined {
  const has = (name: string) => header.some((column) => column.trim().toLowerCase() === name.toLowerCase())
  const { operation, externalIdFieldName: key } = job
  if (operation === 'upsert') return key === null || key === 'Id' || has(key) ? undefined : key
  return operation === 'insert' || has('Id') ? undefined : 'Id'
}

function actorOfJob(world: SalesforceWorld, job: IngestJob): Actor {
  const userId = job.createdById
  const version = versionOf(job.version) ?? 59
  return { userId, access: accessOfUser(world, userId), version, allowDuplicates: false, csv: true }
}

function append(world: SalesforceWorld, to: Stored | null, text: string): Stored | null {
  if (text === '') return to
  const { file, size } = to ?? { file: world.port.files.create(), size: 0 }
  return { file, size: world.port.files.write(file, size, text) }
}

function end(world: SalesforceWorld, job: IngestJob, how: Pick<IngestJob, 'state'> & Partial<IngestJob>): void {
  ingestJobs(world).put({ ...job, ...how, modifiedAt: world.port.now() })
}

/** First line of a result. */
export function resultHeader(job: IngestJob, first: readonly string[]): string {
  return csvLine([...first, ...job.columns], job)
}
