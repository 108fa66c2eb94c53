import type { Actor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { entityIsDeleted, fail, notFound } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { canonicalId } from './ids.js'
import type { RecordRow } from './record.js'

/**
 * The record with an id of 15 or 18 characters, as this user sees it.
 * @throws NOT_FOUND, ENTITY_IS_DELETED (404) @source facts A9 (read 2026-11-23)
 */
export function recordOf(world: SalesforceWorld, actor: Actor, object: SObject, id: string): RecordRow {
  if (!actor.access.readsObject(object)) throw notFound()
  const canonical = canonicalId(id)
  if (!canonical) throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`)
  if (object.keyPrefix && !canonical.startsWith(object.keyPrefix)) throw notFound()
  const row = world.records(object.name).find(canonical)
  if (!row) throw notFound()
  if (row.IsDeleted) throw entityIsDeleted()
  return row
}

/** @throws INSUFFICIENT_ACCESS_OR_READONLY (403) @source facts A9 (read 2026-11-23) */
export function noAccess() {
  return fail(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', [])
}
