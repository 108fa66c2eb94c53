import { bestBranch, isDecimal, typesOf } from './branch.js'
import type { Description } from './description.js'
import type { Schema } from './document.js'

/**
 * Makes of the strings of a form or query what the description says they are. What does not read as its type is left as it
 * is, for validation to name.
 */
export function coerce(description: Description, schema: Schema, value: unknown): unknown {
  const at = schema.$ref ? description.resolve(schema) : schema
  const branches = at.anyOf ?? at.oneOf
  if (branches) {
    const branch = branches[bestBranch(description, branches, value)]
    return branch ? coerce(description, branch, value) : value
  }
  if (typeof value === 'string') return scalar(at, value)
  if (typeof value !== 'object' || value === null) return value
  const types = typesOf(at)
  if (types.includes('array')) return list(description, at, value)
  if (Array.isArray(value)) return value
  return members(description, at, value as Record<string, unknown>)
}

function scalar(schema: Schema, value: string): unknown {
  for (const type of typesOf(schema)) {
    if (type === 'integer' && /^[+-]?\d{1,19}$/.test(value)) return Number(value)
    if (type === 'number' && isDecimal(value)) return Number(value)
    if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  }
  return value
}

function list(description: Description, schema: Schema, value: object): unknown {
  const items = Array.isArray(value) ? value : indexed(value as Record<string, unknown>)
  if (!items) return value
  return schema.items ? items.map((item) => coerce(description, schema.items as Schema, item)) : items
}

/** `{0: a, 2: b}` as a form writes arrays, in the order of the indexes. */
function indexed(value: Record<string, unknown>): unknown[] | undefined {
  const keys = Object.keys(value)
  if (!keys.every((key) => /^\d+$/.test(key))) return undefined
  return keys.sort((a, b) => Number(a) - Number(b)).map((key) => value[key])
}

function members(description: Description, schema: Schema, value: Record<string, unknown>): unknown {
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const property = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
    const inner =
      property ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined)
    // A field of this name cannot be assigned; as an own one it is only found in JSON, which is not coerced.
    if (key !== '__proto__') out[key] = inner ? coerce(description, inner, value[key]) : value[key]
  }
  return out
}
