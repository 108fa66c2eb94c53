import { reply } from '../../../src/engine/kit.js'
import { type Actor, actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import type { Field, SObject } from '../catalogue/catalogue.js'
import { notFound } from '../errors.js'
import { blobOf } from '../records/blobs.js'
import { deleteRecord } from '../records/delete.js'
import { rowsWith } from '../records/find.js'
import type { RecordRow } from '../records/record.js'
import { renderRecord } from '../records/render.js'
import { externalIdField, recordOf, updateRecord } from '../records/save.js'
import type { SalesforceWorld } from '../world.js'
import { tagOfRow, unchanged } from './conditional.js'
import { headersOf } from './retrieve.js'
import { fieldsAsked, subjectOf } from './subject.js'

interface At {
  readonly world: SalesforceWorld
  readonly actor: Actor
  readonly object: SObject
  readonly version: string
  readonly query: Record<string, unknown>
}

/**
 * Behind an external id field: the record that has the value. Behind an id: the parent or the children of that relationship, or the
 * bytes of a file.
 * @throws NOT_FOUND, ENTITY_IS_DELETED (404), INVALID_FIELD (400)
 * @source facts A4 (read 2026-11-23)
 */
export const retrieveByExternalIdOrFollow = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/{id}/{name}',
  ({ params, query, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    const at: At = { world, actor, object, version: params.version, query }
    const field = object.field(params.id)
    if (!field) return follow(at, recordOf(world, actor, object, params.id), params.name)
    const row = rowByExternalId(at, field, params.name)
    if ('choices' in row) return row.choices
    const tag = tagOfRow(row.found)
    const body = renderRecord(world, actor, object, row.found, params.version, fieldsAsked(actor, object, query))
    return unchanged(call, tag) ?? reply({ headers: headersOf(object.name, tag), body })
  },
)

/**
 * A relationship of the record that has an external id.
 * @throws NOT_FOUND (404)
 * @source facts A4 (read 2026-11-23)
 */
export const followFromExternalId = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/{id}/{name}/{relationship}',
  ({ params, query, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    const at: At = { world, actor, object, version: params.version, query }
    const field = object.field(params.id)
    if (!field) return followTwice(at, recordOf(world, actor, object, params.id), params.name, params.relationship)
    const row = rowByExternalId(at, field, params.name)
    return 'choices' in row ? row.choices : follow(at, row.found, params.relationship)
  },
)

/**
 * Deletes the record that has an external id, or empties the reference of a relationship.
 * @throws NOT_FOUND, ENTITY_IS_DELETED (404), DELETE_FAILED (400)
 * @source facts A4 (read 2026-11-23)
 */
export const deleteByExternalIdOrUnlink = behaviour(
  'DELETE /services/data/{version}/sobjects/{sobject}/{id}/{name}',
  ({ params, query, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    const field = object.field(params.id)
    if (!field) {
      const reference = object.parent(params.name)
      if (!reference) throw notFound()
      updateRecord(world, actor, object, params.id, { [reference.name]: null })
      return reply({ status: 204 })
    }
    const row = rowByExternalId({ world, actor, object, version: params.version, query }, field, params.name)
    if ('choices' in row) return row.choices
    deleteRecord(world, actor, object, row.found.id)
    return reply({ status: 204 })
  },
)

/** @throws NOT_FOUND (404) */
function rowByExternalId({ world, object, version }: At, field: Field, value: string) {
  const rows = rowsWith(world, object, externalIdField(object, field.name), value)
  const [row, other] = rows
  if (!row) throw notFound()
  if (!other) return { found: row }
  const body = rows.map(({ id }) => `/services/data/${version}/sobjects/${object.name}/${id}`)
  return { choices: reply({ status: 300, body }) }
}

function follow(at: At, row: RecordRow, name: string): unknown {
  const { world, object } = at
  const blob = object.field(name)
  if (blob?.type === 'base64') return bytesOf(world, object, row, blob)
  const reference = object.parent(name)
  if (reference) return parentOf(at, row, reference)
  const relationship = object.children(name)
  const child = relationship && world.catalogue.object(relationship.childSObject)
  if (!relationship || !child || !at.actor.access.readsObject(child)) throw notFound()
  return childrenOf(at, row, child, relationship.field)
}

function followTwice(at: At, row: RecordRow, first: string, second: string): unknown {
  const reference = at.object.parent(first)
  if (!reference) throw notFound()
  const parent = parentRow(at, row, reference)
  return follow({ ...at, object: parent.object }, parent.row, second)
}

/** @throws NOT_FOUND (404) where the reference is empty, or its row not to be seen */
function parentRow({ world, actor }: At, row: RecordRow, reference: Field): { object: SObject; row: RecordRow } {
  const id = row[reference.name]
  const object = typeof id === 'string' ? targetOf(world, reference, id) : undefined
  if (!object || typeof id !== 'string') throw notFound('The requested resource does not exist')
  return { object, row: recordOf(world, actor, object, id) }
}

function targetOf(world: SalesforceWorld, reference: Field, id: string): SObject | undefined {
  const [only] = reference.referenceTo
  return world.catalogue.objectOfId(id) ?? (only === undefined ? undefined : world.catalogue.object(only))
}

function parentOf(at: At, row: RecordRow, reference: Field): unknown {
  const { object, row: parent } = parentRow(at, row, reference)
  return renderRecord(at.world, at.actor, object, parent, at.version, fieldsAsked(at.actor, object, at.query))
}

/** At most 2,000, as a page of a query. */
function childrenOf({ world, actor, version, query }: At, row: RecordRow, child: SObject, field: string): unknown {
  const rows = world
    .records(child.name)
    .where(field, row.id)
    .filter((each) => !each.IsDeleted)
  const fields = fieldsAsked(actor, child, query)
  const records = rows.slice(0, 2000).map((each) => renderRecord(world, actor, child, each, version, fields))
  return { totalSize: rows.length, done: rows.length <= 2000, records }
}

/** The bytes of a file, with the type that its record tells. */
function bytesOf(world: SalesforceWorld, object: SObject, row: RecordRow, field: Field) {
  const bytes = blobOf(world, row.id, field.name)
  if (!bytes) throw notFound()
  const type = object.name === 'ContentVersion' ? undefined : row.ContentType
  return reply({ contentType: typeof type === 'string' ? type : 'application/octet-stream', body: bytes })
}
