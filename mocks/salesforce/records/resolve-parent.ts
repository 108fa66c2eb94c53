import type { Actor } from '../access/access.js'
import type { Field, SObject } from '../catalogue/catalogue.js'
import { fail } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { rowsWith } from './find.js'

/**
 * The id of the parent that `{ Ext__c: 'x' }` names. `attributes.type` tells which object, where several are possible.
 * @throws INVALID_FIELD (400) for no external id, INVALID_FIELD (400) where no row has the value
 * @source facts A4 (read 2026-11-23) @unverified wording
 */
export function idByExternalId(world: SalesforceWorld, _actor: Actor, field: Field, value: unknown): string {
  const { attributes, ...given } = value as Record<string, unknown>
  const object = objectMeant(world, field, attributes)
  const [name, wanted] = Object.entries(given)[0] ?? []
  const key = name === undefined ? undefined : object?.field(name)
  if (!object || !key?.idLookup) {
    throw fail(400, 'INVALID_FIELD', `No such column '${name ?? ''}' on sobject of type ${object?.name ?? field.name}`)
  }
  const rows = rowsWith(world, object, key, String(wanted))
  const [row, other] = rows
  if (other)
    throw duplicateExternalId(
      key,
      rows.map(({ id }) => id),
    )
  if (!row) {
    throw fail(
      400,
      'INVALID_FIELD',
      `Foreign key external ID: ${String(wanted).toLowerCase()} not found for field ${key.name} in entity ${object.name}`,
      [],
    )
  }
  return row.id
}

function objectMeant(world: SalesforceWorld, field: Field, attributes: unknown): SObject | undefined {
  const { type } = (attributes ?? {}) as { type?: string }
  return world.catalogue.object(type ?? field.referenceTo[0] ?? '')
}

/** 300 where a client asked by external id and several rows have it. */
export function duplicateExternalId(field: Field, ids: readonly string[], status = 400) {
  const message = `${field.label}: more than one record found for external id field: [${ids.join(', ')}]`
  return fail(status, 'DUPLICATE_EXTERNAL_ID', message, [field.name])
}
