import type { Actor } from '../access/access.js'
import type { Field, SObject } from '../catalogue/catalogue.js'
import { type Fault, fail, failWith } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { BadValue, type Medium, parseValue } from './parse-value.js'
import type { FieldValue } from './record.js'
import { idByExternalId } from './resolve-parent.js'

/** The fields of a record as a client sends them: names in any case, `Account: { Ext__c: 'x' }` for a parent by its external id. */
export type Values = Readonly<Record<string, unknown>>

export type Changes = Map<string, FieldValue>

/** What stands in a record beside its fields: its type, and where it is. */
const ATTRIBUTES = 'attributes'

/**
 * The fields that a client wants set, by canonical name, each as it is held.
 * @throws INVALID_FIELD, INVALID_FIELD_FOR_INSERT_UPDATE and what parseValue finds (400)
 */
export function readValues(
  world: SalesforceWorld,
  actor: Actor,
  object: SObject,
  values: Values,
  creating: boolean,
): Changes {
  const changes: Changes = new Map()
  const locked: string[] = []
  const faults: Fault[] = []
  for (const name in values) {
    const value = values[name]
    if (name.length === ATTRIBUTES.length && name.toLowerCase() === ATTRIBUTES) continue
    const { field, byParent } = fieldMeant(actor, object, name, value)
    if (!settable(actor, object, field, creating)) {
      if (!isBlankCell(actor, value)) locked.push(field.name)
      continue
    }
    try {
      changes.set(
        field.name,
        byParent ? idByExternalId(world, actor, field, value) : parseValue(field, value, mediumOf(actor)),
      )
    } catch (error) {
      if (!(error instanceof BadValue)) throw error
      faults.push(error.fault)
    }
  }
  if (locked.length > 0) throw notSettable(locked)
  if (faults.length > 0) throw failWith(400, faults)
  return changes
}

/** A file may have columns that cannot be written, as long as they are empty. @source facts A7 (read 2026-11-23) */
function isBlankCell(actor: Actor, value: unknown): boolean {
  return actor.csv === true && (value === null || value === '')
}

function mediumOf(actor: Actor): Medium {
  return actor.csv ? 'csv' : 'json'
}

/** @throws INVALID_FIELD (400) */
function fieldMeant(actor: Actor, object: SObject, name: string, value: unknown): { field: Field; byParent: boolean } {
  const field = object.field(name)
  const parent = field ? undefined : parentGiven(object, name, value)
  const meant = field ?? parent
  if (!meant || !actor.access.readsField(object, meant)) throw noSuchColumn(object, name)
  return { field: meant, byParent: parent !== undefined }
}

/** The reference behind `Account: { Ext__c: 'x' }`. */
function parentGiven(object: SObject, name: string, value: unknown): Field | undefined {
  return typeof value === 'object' && value !== null ? object.parent(name) : undefined
}

function settable(actor: Actor, object: SObject, field: Field, creating: boolean): boolean {
  return (creating ? field.createable : field.updateable) && actor.access.editsField(object, field)
}

/** @source facts A9 (read 2026-11-23) */
export function noSuchColumn(object: SObject, name: string) {
  return fail(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`)
}

function notSettable(fields: readonly string[]) {
  return fail(
    400,
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    fields,
  )
}
