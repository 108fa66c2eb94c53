import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import type { SObject } from '../catalogue/catalogue.js'
import { fail, notFound } from '../errors.js'
import { deleteRecord } from '../records/delete.js'
import { canonicalId } from '../records/ids.js'
import { insertRecord, updateRecord, upsertRecord, type Values } from '../records/save.js'
import { since } from '../versions-since.js'
import type { SalesforceWorld } from '../world.js'
import { saveEach } from './save-result.js'

const MOST_RECORDS = 200
const MOST_IDS = 2000

interface CollectionBody {
  readonly records?: unknown
  readonly allOrNone?: unknown
}

/**
 * Creates up to 200 records, each by itself or all together, in order; of several objects.
 * @throws EXCEEDED_ID_LIMIT, MISSING_ARGUMENT (400); errors of a record stand in its result
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_create.htm (read 2026-11)
 */
export const createCollection = behaviour(
  'POST /services/data/{version}/composite/sobjects',
  ({ params, body, call }, world) => {
    since(42, params.version)
    const actor = actorOf(call, world, params.version)
    const { records, allOrNone } = read(body as CollectionBody)
    const save = (record: Values) => {
      const { object, values } = typed(world, record)
      return { id: insertRecord(world, actor, object, values).id }
    }
    return saveEach(world, records, { allOrNone, save })
  },
)

/**
 * Updates up to 200 records, each named by its `Id` (or `id`).
 * @throws EXCEEDED_ID_LIMIT, MISSING_ARGUMENT (400); errors of a record stand in its result
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_update.htm (read 2026-11)
 */
export const updateCollection = behaviour(
  'PATCH /services/data/{version}/composite/sobjects',
  ({ params, body, call }, world) => {
    since(42, params.version)
    const actor = actorOf(call, world, params.version)
    const { records, allOrNone } = read(body as CollectionBody)
    const save = (record: Values) => {
      const { object, values, id } = typed(world, record)
      if (id === undefined) throw fail(400, 'MISSING_ARGUMENT', 'Id not specified in an update call', [])
      return { id: updateRecord(world, actor, object, idOf(id), values).id }
    }
    return saveEach(world, records, { allOrNone, save })
  },
)

/**
 * Updates those of up to 200 records of one object that have the value of an external id, and creates the others.
 * @throws EXCEEDED_ID_LIMIT, MISSING_ARGUMENT (400), NOT_FOUND (404); errors of a record stand in its result
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_upsert.htm (read 2026-11)
 */
export const upsertCollection = behaviour(
  'PATCH /services/data/{version}/composite/sobjects/{sobject}/{field}',
  ({ params, body, call }, world) => {
    since(42, params.version)
    const actor = actorOf(call, world, params.version)
    const object = objectOf(world, params.sobject)
    const { records, allOrNone } = read(body as CollectionBody)
    const save = (record: Values) => {
      const values = withoutAttributes(record)
      const name = Object.keys(values).find((key) => key.toLowerCase() === params.field.toLowerCase())
      const value = name === undefined ? '' : String(values[name] ?? '')
      const rest = Object.fromEntries(Object.entries(values).filter(([key]) => key !== name))
      const { id, created } = upsertRecord(world, actor, object, params.field, value, rest)
      return { id, created }
    }
    const results = saveEach(world, records, { allOrNone, save })
    // As the real API has it: a row that was rolled back or refused says created: true.
    return results.map((result) => (result.success ? result : { ...result, created: true }))
  },
)

/**
 * Deletes up to 200 records, named by `ids` in the query.
 * @throws EXCEEDED_ID_LIMIT, MISSING_ARGUMENT (400); errors of a record stand in its result
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_delete.htm (read 2026-11)
 */
export const deleteCollection = behaviour(
  'DELETE /services/data/{version}/composite/sobjects',
  ({ params, query, call }, world) => {
    since(42, params.version)
    const actor = actorOf(call, world, params.version)
    const { ids = '', allOrNone } = query as { ids?: string; allOrNone?: unknown }
    const records = ids.split(',').filter((id) => id !== '')
    checkSize(records, MOST_RECORDS)
    const save = (text: string) => {
      const id = idOf(text)
      const object = world.catalogue.objectOfId(id)
      if (!object) throw malformedId(text)
      deleteRecord(world, actor, object, id)
      return { id }
    }
    return saveEach(world, records, { allOrNone: allOrNone === true || allOrNone === 'true', save })
  },
)

/** The records of a body. */
function read({ records, allOrNone }: CollectionBody): { records: Values[]; allOrNone: boolean } {
  if (!Array.isArray(records)) throw fail(400, 'MISSING_ARGUMENT', 'records is required')
  checkSize(records, MOST_RECORDS)
  return { records: records as Values[], allOrNone: allOrNone === true }
}

export function checkSize(records: readonly unknown[], most: number = MOST_IDS): void {
  if (records.length === 0) throw fail(400, 'MISSING_ARGUMENT', 'at least one record is required')
  if (records.length <= most) return
  const message = `record limit reached. cannot submit more than ${most} records into this call`
  throw fail(400, 'EXCEEDED_ID_LIMIT', message)
}

/** The object that `attributes.type` names, the values without the attributes, and the id among them. */
export function typed(world: SalesforceWorld, record: Values): { object: SObject; values: Values; id?: string } {
  const { type } = (record?.attributes ?? {}) as { type?: unknown }
  if (typeof type !== 'string') {
    throw fail(400, 'INVALID_TYPE', 'Must specify sObject type in the attributes of a record', [])
  }
  const object = world.catalogue.object(type)
  if (!object) throw fail(400, 'INVALID_TYPE', `sObject type '${type}' is not supported.`, [])
  const values = withoutAttributes(record)
  const name = Object.keys(values).find((key) => key.toLowerCase() === 'id')
  if (name === undefined) return { object, values }
  const { [name]: id, ...rest } = values
  return { object, values: rest, id: String(id ?? '') }
}

function withoutAttributes(record: Values): Values {
  const { attributes: _, ...values } = record
  return values
}

/** @throws NOT_FOUND (404) */
export function objectOf(world: SalesforceWorld, name: string): SObject {
  const object = world.catalogue.object(name)
  if (!object) throw notFound()
  return object
}

function idOf(text: string): string {
  const id = canonicalId(text)
  if (id === undefined) throw malformedId(text)
  return id
}

function malformedId(text: string) {
  return fail(400, 'MALFORMED_ID', `malformed id ${text}`, ['Id'])
}
