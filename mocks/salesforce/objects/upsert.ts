import { reply, type VendorError } from '../../../src/engine/kit.js'
import { type Actor, actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import type { SObject } from '../catalogue/catalogue.js'
import { fail, notFound } from '../errors.js'
import { rowsWith } from '../records/find.js'
import { externalIdField, insertRecord, type Saved, upsertRecord } from '../records/save.js'
import type { SalesforceWorld } from '../world.js'
import { filesOf } from './multipart.js'
import { recordBody, subjectOf } from './subject.js'

/**
 * Updates the record with this external id, or creates one: 201 for a new one; for one that was there 204 up to version 45, 200 since;
 * 300 with their URLs where several have the id.
 * @throws NOT_FOUND (404) for no external id field, or with `updateOnly=true` for no record; INVALID_FIELD (400) where the body has
 * the field too; those of saving (400)
 * @source facts A4 (read 2026-11-23) @unverified the version of the change from 204 to 200
 */
export const upsert = behaviour(
  'PATCH /services/data/{version}/sobjects/{sobject}/{id}/{name}',
  ({ params, query, body, call }, world) => {
    const { version, id: fieldName, name: value } = params
    const actor = actorOf(call, world, version)
    const object = subjectOf(world, actor, params.sobject)
    const field = externalIdField(object, fieldName)
    const values = filesOf(recordBody(body), call.header('content-type'))
    const repeated = Object.keys(values).find((key) => key.toLowerCase() === field.name.toLowerCase())
    if (repeated !== undefined) throw repeatedField(field.name)
    const present = rowsWith(world, object, field, value)
    if (present.length > 1) return severalChoices(object, present, version)
    if (present.length === 0 && query.updateOnly === 'true') throw notFound()
    return answerOf(upsertRecord(world, actor, object, field.name, value, values), object, actor, version)
  },
)

/** @unverified wording */
function repeatedField(name: string): VendorError {
  return fail(400, 'INVALID_FIELD', `The ${name} field should not be specified in the sobject data.`, [name])
}

/** 300: the URLs of the records that have the same external id. */
function severalChoices(object: SObject, rows: readonly { readonly id: string }[], version: string) {
  return reply({ status: 300, body: rows.map(({ id }) => `/services/data/${version}/sobjects/${object.name}/${id}`) })
}

function answerOf({ id, created }: Saved, object: SObject, actor: Actor, version: string) {
  if (!created && actor.version <= 45) return reply({ status: 204 })
  const flag = actor.version <= 45 ? {} : { created }
  return reply({
    status: created ? 201 : 200,
    ...(created && { headers: { Location: `/services/data/${version}/sobjects/${object.name}/${id}` } }),
    body: { id, success: true, errors: [], ...flag },
  })
}

/**
 * Creates a record through the resource of its ids: an upsert by Id without one.
 * @throws those of saving (400), METHOD_NOT_ALLOWED (405) for any other field
 * @source facts A4 (read 2026-11-23)
 */
export const upsertWithoutId = behaviour(
  'POST /services/data/{version}/sobjects/{sobject}/{id}',
  ({ params, body, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    if (params.id.toLowerCase() !== 'id') throw wrongMethod()
    return insertThrough(world, actor, object, recordBody(body), params.version)
  },
)

/**
 * The same with an external id field whose value is to be set.
 * @throws those of saving (400)
 * @source facts A4 (read 2026-11-23)
 */
export const insertByExternalId = behaviour(
  'POST /services/data/{version}/sobjects/{sobject}/{id}/{name}',
  ({ params, body, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    const field = externalIdField(object, params.id)
    return insertThrough(world, actor, object, { ...recordBody(body), [field.name]: params.name }, params.version)
  },
)

function insertThrough(
  world: SalesforceWorld,
  actor: Actor,
  object: SObject,
  values: Record<string, unknown>,
  version: string,
) {
  return answerOf(insertRecord(world, actor, object, values), object, actor, version)
}

function wrongMethod(): VendorError {
  const message = "HTTP Method 'POST' not allowed. Allowed are DELETE,GET,HEAD,PATCH"
  return fail(405, 'METHOD_NOT_ALLOWED', message)
}
