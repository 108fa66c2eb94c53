import type { Description } from './description.js'
import type { Schema } from './document.js'

/** Which of several alternatives a value was meant for: the one it fits best, so that what is wrong can be told at its leaf. */
export function bestBranch(description: Description, branches: readonly Schema[], value: unknown): number {
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  branches.forEach((branch, index) => {
    const score = fitness(description, description.resolve(branch), value, 0)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  })
  return best
}

function fitness(description: Description, schema: Schema, value: unknown, depth: number): number {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives && depth < 8) {
    return Math.max(...alternatives.map((inner) => fitness(description, description.resolve(inner), value, depth + 1)))
  }
  if (schema.const !== undefined) return schema.const === value ? 10 : -5
  if (schema.enum) return schema.enum.includes(value) ? 10 : -4
  const types = typesOf(schema)
  if (value === null) return types.includes('null') ? 10 : -10
  if (Array.isArray(value)) return types.includes('array') ? 5 : -10
  if (typeof value === 'object') return fitObject(schema, types, value as Record<string, unknown>)
  return fitScalar(types, value)
}

function fitObject(schema: Schema, types: readonly string[], value: Record<string, unknown>): number {
  // An object written as `a[0]`, `a[1]` in a form is an array that has not been made yet.
  if (types.includes('array')) return Object.keys(value).every((key) => /^\d*$/.test(key)) ? 4 : -9
  if (!types.includes('object') && !schema.properties) return -10
  return 5 + keysKnown(schema, value) + constantsMet(schema, value)
}

function keysKnown(schema: Schema, value: Record<string, unknown>): number {
  let score = 0
  const { properties = {} } = schema
  for (const key of Object.keys(value))
    score += Object.hasOwn(properties, key) ? 2 : schema.additionalProperties ? 0 : -2
  for (const key of schema.required ?? []) score -= Object.hasOwn(value, key) ? 0 : 1
  return score
}

function constantsMet(schema: Schema, value: Record<string, unknown>): number {
  let score = 0
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const fixed = property.const ?? (property.enum?.length === 1 ? property.enum[0] : undefined)
    if (fixed !== undefined && Object.hasOwn(value, key)) score += value[key] === fixed ? 8 : -8
  }
  return score
}

function fitScalar(types: readonly string[], value: unknown): number {
  if (types.length === 0) return 0
  if (typeof value === 'string') {
    if ((types.includes('integer') || types.includes('number')) && isDecimal(value)) return 6
    if (types.includes('boolean') && (value === 'true' || value === 'false')) return 7
    if (types.includes('string')) return 5
    return types.includes('object') || types.includes('array') ? -6 : -3
  }
  if (typeof value === 'number') return types.includes('integer') || types.includes('number') ? 6 : -3
  if (typeof value === 'boolean') return types.includes('boolean') ? 6 : -3
  return -3
}

/** A number as people write one: neither `0x10` nor `Infinity`. */
export function isDecimal(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text) && Number.isFinite(Number(text))
}

export function typesOf(schema: Schema): readonly string[] {
  if (typeof schema.type === 'string') return schema.nullable ? [schema.type, 'null'] : [schema.type]
  return schema.type ?? []
}
