import type { Actor } from '../access/access.js'
import type { Field, SObject } from '../catalogue/catalogue.js'
import { fail } from '../errors.js'
import { folded, type SalesforceWorld } from '../world.js'
import { factsOf } from './object-facts.js'
import type { Changes } from './read-values.js'
import type { FieldValue, RecordRow } from './record.js'

/** @throws REQUIRED_FIELD_MISSING (400): `Required fields are missing: [Name]` */
export function checkRequired(object: SObject, values: ReadonlyMap<string, FieldValue>, creating: boolean): void {
  const facts = factsOf(object)
  const missing = creating
    ? facts.required.filter(({ name }) => (values.get(name) ?? null) === null)
    : facts.neverEmptied.filter(({ name }) => values.get(name) === null)
  if (missing.length > 0) throw requiredMissing(missing.map(({ name }) => name))
}

export function requiredMissing(names: readonly string[]) {
  return fail(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names)
}

/**
 * Every reference that is set must point to a row of one of its objects that is there.
 * @throws MALFORMED_ID, INVALID_CROSS_REFERENCE_KEY, ENTITY_IS_DELETED, INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY (400)
 */
export function checkReferences(world: SalesforceWorld, actor: Actor, object: SObject, changes: Changes): void {
  for (const [name, value] of changes) {
    const field = object.field(name)
    if (field?.type !== 'reference' || typeof value !== 'string') continue
    checkReference(world, actor, field, value)
  }
}

function checkReference(world: SalesforceWorld, actor: Actor, field: Field, id: string): void {
  const target = world.catalogue.objectOfId(id)
  // An object without a prefix of its own cannot be told from its id.
  const unknowable = field.referenceTo.some((each) => !world.catalogue.object(each)?.keyPrefix)
  if (!target || !field.referenceTo.includes(target.name)) {
    if (unknowable && !target) return
    throw fail(400, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name])
  }
  const row = world.records(target.name).find(id)
  if (!row) throw fail(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [])
  if (row.IsDeleted) throw fail(400, 'ENTITY_IS_DELETED', 'entity is deleted', [])
  if (!actor.access.readsObject(target)) {
    const message = `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`
    throw fail(400, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message, [])
  }
}

/** @throws DUPLICATE_VALUE (400), naming the row that has the value by its 15-character id */
export function checkUnique(world: SalesforceWorld, object: SObject, row: RecordRow): void {
  for (const field of factsOf(object).unique) {
    const value = row[field.name]
    if (value === null || value === undefined) continue
    const others = world
      .records(object.name)
      .where(`${field.name}~`, folded(value))
      .filter((other) => other.id !== row.id && !other.IsDeleted)
    const other = field.caseSensitive ? others.find((each) => each[field.name] === value) : others[0]
    if (other) throw duplicateValue(field, other.id)
  }
}

/** @source facts A9 (read 2026-11-23); DUPLICATE_USERNAME @unverified wording */
function duplicateValue(field: Field, id: string) {
  if (field.name === 'Username') {
    const message = 'Duplicate Username.<br>The username already exists in this or another Salesforce organization.'
    return fail(400, 'DUPLICATE_USERNAME', message, [field.name])
  }
  const message = `duplicate value found: ${field.name} duplicates value on record with id: ${id.slice(0, 15)}`
  return fail(400, 'DUPLICATE_VALUE', message, [])
}
