import type { Field, SObject } from '../catalogue/catalogue.js'
import { folded, type SalesforceWorld } from '../world.js'
import { canonicalId } from './ids.js'
import type { RecordRow } from './record.js'

/** The rows, not deleted, whose field has this value: of an Id, an external id or another field that looks up. */
export function rowsWith(world: SalesforceWorld, object: SObject, field: Field, value: string): RecordRow[] {
  if (field.type === 'id') {
    const row = world.live(object.name, canonicalId(value) ?? '')
    return row ? [row] : []
  }
  const table = world.records(object.name)
  const wanted = isNumber(field) ? Number(value) : folded(value)
  const rows = table.where(`${field.name}~`, wanted).filter((row) => !row.IsDeleted)
  return field.caseSensitive ? rows.filter((row) => row[field.name] === value) : rows
}

function isNumber({ type }: Field): boolean {
  return type === 'int' || type === 'double' || type === 'currency' || type === 'percent' || type === 'long'
}
