import type { Actor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { fail, notFound } from '../errors.js'
import { checkStorage } from '../limits/storage.js'
import { ruleOf } from '../rules/index.js'
import type { Draft } from '../rules/rule.js'
import type { SalesforceWorld } from '../world.js'
import { checkReferences, checkRequired, checkUnique } from './check.js'
import { fillDefaults } from './defaults.js'
import { checkDuplicateRules } from './duplicate-rules.js'
import { rowsWith } from './find.js'
import { checkLock } from './locks.js'
import { checkValidationRules, runTriggers } from './org-rules.js'
import { type Changes, readValues, type Values } from './read-values.js'
import { markViewed } from './recent.js'
import type { RecordRow } from './record.js'
import { noAccess, recordOf } from './record-of.js'
import { duplicateExternalId } from './resolve-parent.js'

export { deleteRecord } from './delete.js'
export type { Values } from './read-values.js'
export { recordOf } from './record-of.js'

/** What became of a record that was saved. */
export interface Saved {
  readonly id: string
  readonly created: boolean
}

/*
 * What REST, collections, trees and bulk jobs save through. Each checks access, validates, stamps the system fields and runs what
 * follows of it, inside the transaction that is open. Each throws one VendorError (its faults by `faultsOf`): wrap one in
 * `world.port.savepoint` where others shall stand.
 */

/** @throws CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, REQUIRED_FIELD_MISSING and what the fields and the object's rules find (400) */
export function insertRecord(world: SalesforceWorld, actor: Actor, object: SObject, values: Values): Saved {
  if (!object.createable || !actor.access.createsObject(object)) throw cannot('inserted', object)
  checkStorage(world)
  const changes = readValues(world, actor, object, values, true)
  checkRequired(object, changes, true)
  const id = world.newId(object)
  const draft: Draft = { id, Id: id }
  for (const [name, value] of changes) draft[name] = value
  fillDefaults(world, object, draft, actor.userId)
  if (object.field('IsDeleted')) draft.IsDeleted = false
  const row = write(world, actor, object, draft, undefined, changes)
  world.port.emit(`${object.name}.created`, row)
  // What a file brings in has been looked at by nobody.
  if (object.mruEnabled && !actor.csv) markViewed(world, actor.userId, object, id)
  return { id, created: true }
}

/** @throws NOT_FOUND, ENTITY_IS_DELETED (404), INSUFFICIENT_ACCESS_OR_READONLY (403), and those of insertRecord (400) */
export function updateRecord(world: SalesforceWorld, actor: Actor, object: SObject, id: string, values: Values): Saved {
  const before = recordOf(world, actor, object, id)
  checkLock(world, object, before)
  if (!object.updateable) throw cannot('updated', object)
  if (!actor.access.editsObject(object)) throw noAccess()
  const changes = readValues(world, actor, object, values, false)
  checkRequired(object, changes, false)
  const draft: Draft = { ...before, ...Object.fromEntries(changes) }
  const row = write(world, actor, object, draft, before, changes)
  world.port.emit(`${object.name}.updated`, row, { before })
  return { id: before.id, created: false }
}

/**
 * Updates the record with this value in an external id field, or inserts one. `externalId` may be `Id`, with no value to insert.
 * @throws NOT_FOUND (404) for no external id field, DUPLICATE_EXTERNAL_ID (300; 400 in results) where several have it: `ids` of the
 * error's fields are theirs
 * @source facts A4 (read 2026-11-23)
 */
export function upsertRecord(
  world: SalesforceWorld,
  actor: Actor,
  object: SObject,
  externalId: string,
  value: string,
  values: Values,
): Saved {
  const field = externalIdField(object, externalId)
  if (field.type === 'id' && value === '') return insertRecord(world, actor, object, values)
  const rows = rowsWith(world, object, field, value)
  const [row, other] = rows
  if (other) throw severalFound(rows, field)
  if (row) return updateRecord(world, actor, object, row.id, values)
  if (field.type === 'id') throw notFound()
  return insertRecord(world, actor, object, { ...values, [field.name]: value })
}

/** A field by which rows are found. @throws NOT_FOUND (404) */
export function externalIdField(object: SObject, name: string) {
  const field = object.field(name)
  if (field?.idLookup) return field
  throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`)
}

function severalFound(rows: readonly RecordRow[], field: Parameters<typeof duplicateExternalId>[0]) {
  return duplicateExternalId(
    field,
    rows.map(({ id }) => id),
    300,
  )
}

function write(
  world: SalesforceWorld,
  actor: Actor,
  object: SObject,
  draft: Draft,
  before: RecordRow | undefined,
  changes: Changes,
): RecordRow {
  checkReferences(world, actor, object, changes)
  const saving = { world, actor, object, before, draft }
  const rule = ruleOf(object.name)
  rule?.prepare?.(saving)
  stamp(world, actor, object, draft, before)
  runTriggers(world, object, before ? 'BeforeUpdate' : 'BeforeInsert', draft)
  checkValidationRules(world, object, draft)
  checkUnique(world, object, draft)
  checkDuplicateRules(world, actor, object, draft)
  const row = world.records(object.name).put(withoutNulls(draft))
  rule?.saved?.(saving)
  runTriggers(world, object, before ? 'AfterUpdate' : 'AfterInsert', row)
  return row
}

function stamp(
  world: SalesforceWorld,
  actor: Actor,
  object: SObject,
  draft: Draft,
  before: RecordRow | undefined,
): void {
  const now = world.now()
  const put = (name: string, value: string) => {
    if (object.field(name)) draft[name] = value
  }
  if (!before) {
    put('CreatedDate', now)
    put('CreatedById', actor.userId)
  }
  put('LastModifiedDate', now)
  put('LastModifiedById', actor.userId)
  put('SystemModstamp', now)
}

function withoutNulls(draft: Draft): RecordRow {
  const row: Draft = { id: draft.id, Id: draft.Id }
  for (const name in draft) {
    const value = draft[name]
    if (value !== null && value !== undefined) row[name] = value
  }
  return row
}

/** @unverified wording for what a profile forbids */
function cannot(what: string, object: SObject) {
  return fail(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${what}: ${object.label}`, [])
}
