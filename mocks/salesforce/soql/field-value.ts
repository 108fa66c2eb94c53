import type { Field, SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { Environment } from './environment.js'

const MADE = new Set(['address', 'location', 'base64'])

/** How a field of this object is read for an answer. */
export function valueReader(object: SObject, field: Field, environment: Environment): (row: RecordRow) => unknown {
  const { name } = field
  if (MADE.has(field.type)) return (row) => environment.show(object, field, row)
  if (field.type === 'boolean' && !field.nillable) return (row) => row[name] ?? false
  return (row) => row[name] ?? null
}
