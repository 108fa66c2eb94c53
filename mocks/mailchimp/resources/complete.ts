import { type Description, minimalOf } from '../../../src/engine/kit.js'

type Schema = NonNullable<ReturnType<Description['schema']>>
type Complete = (value: unknown) => unknown

const byOperation = new WeakMap<Description, Map<string, Complete>>()
const bySchema = new WeakMap<Schema, Complete>()

/**
 * An answer with all that the operation's description has: what is not given is empty, and what is not described is left out
 * (the same member has fewer fields in a segment than in its list).
 */
export function completed(description: Description, key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  let known = byOperation.get(description)
  if (!known) {
    known = new Map()
    byOperation.set(description, known)
  }
  let complete = known.get(key)
  if (!complete) {
    const schema = description.operation(key)?.success?.schema
    complete = schema ? completer(description, schema) : (whole) => whole
    known.set(key, complete)
  }
  return complete(value)
}

function completer(description: Description, schema: Schema): Complete {
  const at = description.resolve(schema)
  let complete = bySchema.get(at)
  if (!complete) {
    complete = make(description, at)
    bySchema.set(at, complete)
  }
  return complete
}

function make(description: Description, schema: Schema): Complete {
  if (schema.items) {
    const inner = completer(description, schema.items)
    return (value) => (Array.isArray(value) ? value.map(inner) : value)
  }
  const { properties } = schema
  if (!properties) return (value) => value
  const required = new Set(schema.required)
  const fields = Object.entries(properties).map(([name, property]) => ({
    name,
    complete: completer(description, property),
    empty: required.has(name) ? minimalOf(description, property) : undefined,
  }))
  return (value) => {
    if (typeof value !== 'object' || value === null) return value
    const given = value as Record<string, unknown>
    const out: Record<string, unknown> = {}
    for (const { name, complete, empty } of fields) {
      const own = given[name]
      if (own !== undefined) out[name] = complete(own)
      else if (empty !== undefined) out[name] = empty
    }
    return out
  }
}
