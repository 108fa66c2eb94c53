import type { Field, SObject } from '../catalogue/catalogue.js'
import type { SalesforceWorld } from '../world.js'
import type { RecordRow } from './record.js'

/** `attributes` of a record: its type and where it is. `version` is that of the request's path: `v59.0`. */
export function attributesOf(object: SObject, id: string, version: string): { type: string; url: string } {
  return { type: object.name, url: `/services/data/${version}/sobjects/${object.name}/${id}` }
}

/** What a field shows of a row: compound fields are made of their parts, what is absent is null. */
export function shownValue(_world: SalesforceWorld, _object: SObject, field: Field, row: RecordRow): unknown {
  return row[field.name] ?? null
}
