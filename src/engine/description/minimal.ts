import { deepFreeze } from '../world/deep-freeze.js'
import { typesOf } from './branch.js'
import type { Description } from './description.js'
import type { Schema } from './document.js'

/** The least value that fits a schema: required fields only, null where allowed, the first of an enum. */
export function minimal(description: Description, schema: Schema, depth = 0): unknown {
  const at = description.resolve(schema)
  if (at.const !== undefined) return at.const
  if (at.enum && at.enum.length > 0) return at.enum.includes(null) ? null : at.enum[0]
  const types = typesOf(at)
  if (types.includes('null')) return null
  const branches = at.anyOf ?? at.oneOf
  if (branches) {
    if (branches.some((branch) => typesOf(description.resolve(branch)).includes('null'))) return null
    return branches[0] ? minimal(description, branches[0], depth + 1) : null
  }
  switch (types[0]) {
    case 'string':
      return 'x'.repeat(at.minLength ?? 0)
    case 'integer':
    case 'number':
      return Math.max(at.minimum ?? 0, Math.min(0, at.maximum ?? 0))
    case 'boolean':
      return false
    case 'array':
      return []
    default:
      return minimalObject(description, at, depth)
  }
}

const memo = new WeakMap<Schema, unknown>()

/** The same, worked out once: frozen, to be shared. */
export function sharedMinimal(description: Description, schema: Schema): unknown {
  let least = memo.get(schema)
  if (least === undefined) {
    least = deepFreeze(minimal(description, schema))
    memo.set(schema, least)
  }
  return least
}

function minimalObject(description: Description, schema: Schema, depth: number): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  if (depth > 12) return out
  for (const key of schema.required ?? []) {
    const property = schema.properties?.[key]
    if (property) out[key] = minimal(description, property, depth + 1)
  }
  return out
}
