import type { Actor } from '../access/access.js'
import type { ChildRelationship, SObject } from '../catalogue/catalogue.js'
import { fail } from '../errors.js'
import { ruleOf } from '../rules/index.js'
import type { SalesforceWorld } from '../world.js'
import { checkLock } from './locks.js'
import { runTriggers } from './org-rules.js'
import type { RecordRow } from './record.js'
import { noAccess, recordOf } from './record-of.js'

/** How long a deleted record can be brought back, in milliseconds on the world's clock: 15 days. */
export const RECYCLE_BIN = 15 * 24 * 3600 * 1000

/**
 * Puts a record into the recycle bin, and with it what belongs to it; other references to it are emptied.
 * @throws NOT_FOUND, ENTITY_IS_DELETED (404), INSUFFICIENT_ACCESS_OR_READONLY (403), DELETE_FAILED (400)
 * @source facts A9 (read 2026-11-23)
 */
export function deleteRecord(world: SalesforceWorld, actor: Actor, object: SObject, id: string): void {
  const row = recordOf(world, actor, object, id)
  checkLock(world, object, row)
  if (!object.deletable) {
    throw fail(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type does not support delete: ${object.label}`, [])
  }
  if (!actor.access.deletesObject(object)) throw noAccess()
  ruleOf(object.name)?.deleting?.(world, row)
  const children = presentChildren(world, object, row)
  for (const child of children) if (child.relationship.restrictedDelete) throw deleteFailed(object, row, child)
  runTriggers(world, object, 'BeforeDelete', row)
  bury(world, actor, object, row, row.id)
  runTriggers(world, object, 'AfterDelete', row)
}

/** Rows that point to a row, by relationship: only objects that have rows are looked at. */
interface Present {
  readonly relationship: ChildRelationship
  readonly object: SObject
  readonly rows: readonly RecordRow[]
}

function presentChildren(world: SalesforceWorld, object: SObject, row: RecordRow): Present[] {
  const populated = world.populated()
  const present: Present[] = []
  for (const relationship of object.childRelationships) {
    if (!populated.has(relationship.childSObject)) continue
    const child = world.catalogue.object(relationship.childSObject)
    if (!child) continue
    const rows = world
      .records(child.name)
      .where(relationship.field, row.id)
      .filter((each) => !each.IsDeleted)
    if (rows.length > 0) present.push({ relationship, object: child, rows })
  }
  return present
}

function bury(world: SalesforceWorld, actor: Actor, object: SObject, row: RecordRow, root: string): void {
  const children = presentChildren(world, object, row)
  const now = world.now()
  const gone = { IsDeleted: true, LastModifiedDate: now, LastModifiedById: actor.userId, SystemModstamp: now }
  const buried = world.records(object.name).update(row.id, { ...gone, _deletedWith: root })
  for (const { relationship, object: child, rows } of children) {
    for (const each of rows) {
      const current = world.live(child.name, each.id)
      if (!current) continue
      if (relationship.cascadeDelete) bury(world, actor, child, current, root)
      else emptyReference(world, actor, child, current, relationship.field)
    }
  }
  ruleOf(object.name)?.deleted?.(world, buried)
  world.port.emit(`${object.name}.deleted`, buried, { before: row })
}

/** Who created or owns a row stays as it was. */
function emptyReference(world: SalesforceWorld, actor: Actor, child: SObject, row: RecordRow, field: string): void {
  if (!child.field(field)?.nillable) return
  const now = world.now()
  world
    .records(child.name)
    .put({ ...without(row, field), LastModifiedDate: now, LastModifiedById: actor.userId, SystemModstamp: now })
}

function without(row: RecordRow, field: string): RecordRow {
  const { [field]: _, ...rest } = row
  return rest as RecordRow
}

/** @source facts A9 (read 2026-11-23): recorded for a contact with a case */
function deleteFailed(object: SObject, row: RecordRow, { object: child, rows }: Present) {
  const shown = [row.Salutation, nameOf(object, row)].filter((part) => part !== undefined && part !== null).join(' ')
  const names = rows.map((each) => nameOf(child, each)).join(', ')
  const plural = child.labelPlural.toLowerCase()
  const message = `Your attempt to delete ${shown} could not be completed because it is associated with the following ${plural}.: ${names}\n`
  return fail(400, 'DELETE_FAILED', message, [])
}

function nameOf(object: SObject, row: RecordRow): string {
  const field = object.fields.find(({ nameField }) => nameField)
  return String((field && row[field.name]) ?? row.id)
}

/**
 * Brings a record back out of the recycle bin, with what went with it. References that were emptied stay empty.
 * @throws UNDELETE_FAILED (400) where it is not there, or no longer
 * @source facts A8: the call `undelete` of the SOAP API (read 2026-11-23) @unverified wording
 */
export function undeleteRecord(world: SalesforceWorld, actor: Actor, object: SObject, id: string): void {
  const row = world.records(object.name).find(id)
  if (!row?.IsDeleted || isPurged(world, row)) {
    throw fail(400, 'UNDELETE_FAILED', 'Entity is not in the recycle bin', [])
  }
  for (const name of world.populated()) {
    const each = world.catalogue.object(name)
    if (!each) continue
    const table = world.records(name)
    table.index('_deletedWith')
    for (const buried of table.where('_deletedWith', row.id)) raise(world, actor, each, buried)
  }
}

function raise(world: SalesforceWorld, actor: Actor, object: SObject, row: RecordRow): void {
  const now = world.now()
  const { _deletedWith: _, ...rest } = row
  const raised = world.records(object.name).put({
    ...rest,
    id: row.id,
    Id: row.Id,
    IsDeleted: false,
    LastModifiedDate: now,
    LastModifiedById: actor.userId,
    SystemModstamp: now,
  })
  world.port.emit(`${object.name}.undeleted`, raised)
}

/** Whether a deleted record has lain in the recycle bin for longer than it is kept there. */
export function isPurged(world: SalesforceWorld, row: RecordRow): boolean {
  const at = Date.parse(String(row.SystemModstamp).replace('+0000', 'Z'))
  return row.IsDeleted === true && at + RECYCLE_BIN < world.port.now()
}
