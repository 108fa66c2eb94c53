import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { checkBatches } from '../limits/bulk-usage.js'
import { externalIdField } from '../records/save.js'
import { since } from '../versions-since.js'
import type { SalesforceWorld } from '../world.js'
import { parseDialect } from './csv-dialect.js'
import { type IngestJob, OPERATIONS, type Operation, renderIngestJob } from './ingest-job.js'
import { ingestJobs, QUEUE, RETENTION } from './job-store.js'
import { storeUpload } from './upload-data.js'

/**
 * Opens a job; with multipart/form-data the data comes along (`job`, `content`), and the job is closed at once.
 * @throws INVALIDENTITY, INVALIDJOB, INVALIDOPERATION (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/create_job.htm (read 2026-11)
 * @unverified codes and wording of the refusals
 */
export const createIngestJob = behaviour(
  'POST /services/data/{version}/jobs/ingest',
  ({ params, body, call }, world) => {
    since(41, params.version)
    const { request, content } = partsOf(body)
    const actor = actorOf(call, world, params.version)
    const object = world.catalogue.object(String(request.object ?? ''))
    if (!object || !actor.access.readsObject(object)) {
      throw fail(400, 'INVALIDENTITY', `Entity '${String(request.object)}' is not supported by the Bulk API.`)
    }
    const operation = operationOf(request.operation)
    const contentType = String(request.contentType ?? 'CSV')
    if (contentType !== 'CSV') throw fail(400, 'INVALIDJOB', `InvalidJob : Unsupported contentType: ${contentType}`)
    const now = world.port.now()
    checkBatches(world)
    const job = ingestJobs(world).insert({
      id: world.idWithPrefix('750'),
      object: object.name,
      operation,
      externalIdFieldName: operation === 'upsert' ? keyOf(world, object.name, request.externalIdFieldName) : null,
      ...parseDialect(request.columnDelimiter, request.lineEnding),
      createdById: actor.userId,
      createdAt: now,
      modifiedAt: now,
      state: 'Open',
      version: params.version,
      upload: null,
      done: 0,
      columns: [],
      processed: 0,
      failed: 0,
      successes: null,
      failures: null,
      errorMessage: null,
    })
    world.port.schedule('bulk expire', now + RETENTION, { job: job.id })
    return renderIngestJob(content === undefined ? job : closed(world, storeUpload(world, job, content)), false)
  },
)

function closed(world: SalesforceWorld, job: IngestJob): IngestJob {
  world.port.schedule('bulk start', world.port.now() + QUEUE, { job: job.id })
  return ingestJobs(world).put({ ...job, state: 'UploadComplete' })
}

interface Parts {
  readonly request: Readonly<Record<string, unknown>>
  readonly content: Uint8Array | undefined
}

function partsOf(body: unknown): Parts {
  const { job, content } = body as { job?: unknown; content?: unknown }
  if (job === undefined || content === undefined) return { request: body as Parts['request'], content: undefined }
  return { request: JSON.parse(textOf(job)) as Parts['request'], content: bytesOf(content) }
}

function bytesOf(part: unknown): Uint8Array {
  const { bytes } = (part ?? {}) as { bytes?: unknown }
  return bytes instanceof Uint8Array ? bytes : Buffer.from(String(part))
}

function textOf(part: unknown): string {
  return Buffer.from(bytesOf(part)).toString()
}

function operationOf(value: unknown): Operation {
  const operation = OPERATIONS.find((name) => name.toLowerCase() === String(value ?? '').toLowerCase())
  if (!operation)
    throw fail(400, 'INVALIDOPERATION', `InvalidOperation : ${String(value)} is no operation of this API.`)
  return operation
}

function keyOf(world: SalesforceWorld, objectName: string, name: unknown): string {
  const object = world.catalogue.object(objectName)
  if (typeof name !== 'string' || name === '' || !object) {
    throw fail(400, 'INVALIDJOB', 'InvalidJob : External ID was blank for upsert job')
  }
  return externalIdField(object, name).name
}
