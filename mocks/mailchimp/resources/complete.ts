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
  const branches = schema.anyOf ?? schema.oneOf
  if (branches) return alternatives(description, branches)
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

/** Of several shapes the one that is meant: by the field in which each has a value of its own. What fits none is left as it is. */
function alternatives(description: Description, branches: readonly Schema[]): Complete {
  const known = branches.map((branch) => {
    const { properties = {} } = description.resolve(branch)
    const own = Object.entries(properties).flatMap(([name, property]) => {
      const { enum: values = [] } = description.resolve(property)
      return values.length === 1 ? [[name, values[0]] as const] : []
    })
    return { own, complete: completer(description, branch) }
  })
  return (value) => {
    if (typeof value !== 'object' || value === null) return value
    const given = value as Record<string, unknown>
    const meant = known.find(({ own }) => own.length > 0 && own.every(([name, only]) => given[name] === only))
    return meant ? meant.complete(value) : value
  }
}
