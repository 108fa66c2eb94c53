import type { Actor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { notModelled } from '../errors.js'
import type { SalesforceWorld } from '../world.js'

/** The fields of a record as a client sends them: names in any case, `Account: { Ext__c: 'x' }` for a parent by its external id. */
export type Values = Readonly<Record<string, unknown>>

/** What became of a record that was saved. */
export interface Saved {
  readonly id: string
  readonly created: boolean
}

/*
 * What REST, collections, trees and bulk jobs save through. Each checks access, validates, stamps the system fields and runs what
 * follows of it, inside the transaction that is open. Each throws one VendorError (its faults by `faultsOf`) and then has changed
 * nothing: wrap one in `world.port.savepoint` where others shall stand.
 */

/** @throws REQUIRED_FIELD_MISSING and its like (400) */
export function insertRecord(_world: SalesforceWorld, _actor: Actor, object: SObject, _values: Values): Saved {
  throw notModelled(`inserting ${object.name}`)
}

/** @throws NOT_FOUND, ENTITY_IS_DELETED (404), and those of validation (400) */
export function updateRecord(
  _world: SalesforceWorld,
  _actor: Actor,
  object: SObject,
  _id: string,
  _values: Values,
): Saved {
  throw notModelled(`updating ${object.name}`)
}

/** @throws NOT_FOUND, ENTITY_IS_DELETED (404), DELETE_FAILED (400) */
export function deleteRecord(_world: SalesforceWorld, _actor: Actor, object: SObject, _id: string): void {
  throw notModelled(`deleting ${object.name}`)
}

/**
 * Updates the record with this value in an external id field, or inserts one. `externalId` may be `Id`.
 * @throws DUPLICATE_EXTERNAL_ID (300) where several have it; `fields.ids` of the error are their ids
 */
export function upsertRecord(
  _world: SalesforceWorld,
  _actor: Actor,
  object: SObject,
  _externalId: string,
  _value: string,
  _values: Values,
): Saved {
  throw notModelled(`upserting ${object.name}`)
}
