import { VendorError } from '../../../src/engine/kit.js'
import type { Actor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { fail, faultsOf } from '../errors.js'
import { deleteRecord } from '../records/delete.js'
import { canonicalId } from '../records/ids.js'
import { insertRecord, type Saved, updateRecord, upsertRecord } from '../records/save.js'
import type { SalesforceWorld } from '../world.js'
import { csvLine } from './csv.js'
import type { IngestJob } from './ingest-job.js'
import { type Column, valuesOf } from './row-values.js'

/** Lines of the two results, and how many records there were. */
export interface Outcome {
  readonly successes: string
  readonly failures: string
  readonly processed: number
  readonly failed: number
}

export interface Batch {
  readonly job: IngestJob
  readonly object: SObject
  readonly actor: Actor
  readonly columns: readonly Column[]
  readonly records: readonly (readonly string[])[]
}

/** Does some records of a job, each by itself: an error is a line in the results, not the end of the job. */
export function ingestRows(world: SalesforceWorld, batch: Batch): Outcome {
  const { job, records } = batch
  let successes = ''
  let failures = ''
  let failed = 0
  for (const record of records) {
    const values = valuesOf(batch.columns, record)
    try {
      const { id, created } = world.port.savepoint(() => saveRow(world, batch, values))
      successes += csvLine([id, String(created), ...record], job)
    } catch (error) {
      if (!(error instanceof VendorError)) throw error
      failed++
      const id = job.operation === 'insert' ? '' : String(values.Id ?? '')
      failures += csvLine([id, errorText(error), ...record], job)
    }
  }
  return { successes, failures, processed: records.length, failed }
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --` */
function errorText(error: VendorError): string {
  return faultsOf(error)
    .map(({ code, message, fields }) => `${code}:${message}:${(fields ?? []).join(',')}${fields?.length ? ' ' : ''}--`)
    .join(';')
}

function saveRow(world: SalesforceWorld, { job, object, actor }: Batch, values: Record<string, unknown>): Saved {
  const { Id, ...rest } = values
  switch (job.operation) {
    case 'insert':
      return insertRecord(world, actor, object, values)
    case 'update':
      return updateRecord(world, actor, object, idOf(Id, 'update'), rest)
    case 'upsert':
      return upsert(world, { job, object, actor }, values)
    case 'delete':
      return remove(world, actor, object, idOf(Id, 'delete'), false)
    case 'hardDelete':
      return remove(world, actor, object, idOf(Id, 'delete'), true)
  }
}

function upsert(
  world: SalesforceWorld,
  { job, object, actor }: Pick<Batch, 'job' | 'object' | 'actor'>,
  values: Record<string, unknown>,
): Saved {
  const key = job.externalIdFieldName ?? 'Id'
  const { [key]: value, ...rest } = values
  if (key !== 'Id' && (value === undefined || value === null)) {
    throw fail(400, 'MISSING_ARGUMENT', `${key} not specified`, [])
  }
  return upsertRecord(world, actor, object, key, String(value ?? ''), rest)
}

function remove(world: SalesforceWorld, actor: Actor, object: SObject, id: string, forGood: boolean): Saved {
  deleteRecord(world, actor, object, id)
  if (forGood) world.records(object.name).delete(canonicalId(id) ?? id)
  return { id, created: false }
}

function idOf(value: unknown, verb: string): string {
  if (value === undefined || value === null) {
    throw fail(400, 'MISSING_ARGUMENT', `Id not specified in an ${verb} call`, [])
  }
  const id = canonicalId(String(value))
  if (id === undefined) throw fail(400, 'MALFORMED_ID', `malformed id ${String(value)}`, ['Id'])
  return id
}
