import { bestBranch, typesOf } from '../description/branch.js'
import type { Description } from '../description/description.js'
import type { Schema } from '../description/document.js'
import { sharedMinimal } from '../description/minimal.js'

/**
 * What a request's parameter makes of the resource's field of the same name: the value as far as the field's schema takes it,
 * with what the schema requires besides. Undefined where they do not go together.
 */
export function adapt(description: Description, schema: Schema, value: unknown): unknown {
  const at = description.resolve(schema)
  if (at['x-expansionResources']) return typeof value === 'string' ? value || null : undefined
  const branches = at.anyOf ?? at.oneOf
  const chosen = branches?.[bestBranch(description, branches, value)]
  if (chosen) return adapt(description, chosen, value)
  if (at.enum) return at.enum.includes(value) ? value : undefined
  const types = typesOf(at)
  if (value === null) return types.includes('null') ? null : undefined
  if (Array.isArray(value)) return types.includes('array') ? adaptList(description, at, value) : undefined
  if (typeof value === 'object') return adaptObject(description, at, value as Record<string, unknown>)
  if (typeof value === 'string') return types.includes('string') ? value : undefined
  if (typeof value === 'number') return types.includes('integer') || types.includes('number') ? value : undefined
  return typeof value === 'boolean' && types.includes('boolean') ? value : undefined
}

function adaptList(description: Description, schema: Schema, value: unknown[]): unknown {
  const { items } = schema
  if (!items) return value
  const out = value.map((item) => adapt(description, items, item))
  return out.includes(undefined) ? undefined : out
}

function adaptObject(description: Description, schema: Schema, value: Record<string, unknown>): unknown {
  const extra = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined
  if (!schema.properties && !extra) return typesOf(schema).includes('object') ? value : undefined
  const out: Record<string, unknown> = schema.properties ? { ...(sharedMinimal(description, schema) as object) } : {}
  for (const [key, inner] of Object.entries(value)) {
    const property = (schema.properties && Object.hasOwn(schema.properties, key) && schema.properties[key]) || extra
    const adapted = property ? adapt(description, property, inner) : undefined
    if (adapted !== undefined && key !== '__proto__') out[key] = adapted
  }
  return out
}
