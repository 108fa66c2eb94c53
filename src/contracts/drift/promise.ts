import type { Schema } from '../../../contracts/document.js'
import { isOfType, type JsonType, type SchemaReader, typeOf } from './schema-reader.js'

/** What a description says of one field of an answer. */
export type Promised =
  | {
      readonly state: 'promised'
      readonly leaf: readonly Schema[]
      readonly optional: boolean
      readonly nullable: boolean
    }
  /** Nothing is said of it: any value is allowed there. */
  | { readonly state: 'open' }
  /** No alternative has the field at this place of the path. */
  | { readonly state: 'missing'; readonly at: number }
  /** What should hold the field at this place of the path holds none: it is of these types. */
  | { readonly state: 'other'; readonly at: number; readonly types: readonly JsonType[] }

/** A list's items, in a path. */
export const EACH = '*'

/**
 * Follows a path through the schema of an answer. Where a value may be one of several things, the recorded one decides which
 * is meant.
 * @param path `data.*.id`, in parts
 * @param recorded the body that was recorded, from the schema's root
 */
export function promised(reader: SchemaReader, root: Schema, path: readonly string[], recorded: unknown): Promised {
  let at: readonly Schema[] = reader.alternatives(root)
  let value = recorded
  const seen = { optional: false, nullable: false }
  for (const [i, segment] of path.entries()) {
    const chosen = reader.meant(at, value).filter((each) => typeOf(each) !== 'null')
    if (i > 0 && at.some((each) => typeOf(each) === 'null')) seen.nullable = true
    const step = stepInto(reader, chosen, segment)
    if (step === 'open') return { state: 'open' }
    if (step.next.length === 0) {
      const types = [...new Set(chosen.flatMap((each) => typeOf(each) ?? []))]
      const holds = types.includes(segment === EACH ? 'array' : 'object')
      return holds ? { state: 'missing', at: i } : { state: 'other', at: i - 1, types }
    }
    if (step.optional) seen.optional = true
    value = valueAt(value, segment)
    at = step.next.flatMap((each) => unexpanded(reader, each, value))
  }
  if (at.some((each) => typeOf(each) === 'null')) seen.nullable = true
  const leaf = at.filter((each) => typeOf(each) !== 'null')
  if (leaf.some((each) => typeOf(each) === undefined)) return { state: 'open' }
  return { state: 'promised', leaf, ...seen }
}

interface Step {
  readonly next: readonly Schema[]
  readonly optional: boolean
}

function stepInto(reader: SchemaReader, from: readonly Schema[], segment: string): Step | 'open' {
  const next: Schema[] = []
  let optional = false
  for (const schema of from) {
    const field = saysNothing(schema) ? 'open' : segment === EACH ? itemOf(schema) : fieldOf(reader, schema, segment)
    if (field === 'open') return 'open'
    if (!field) continue
    next.push(field.schema)
    if (field.optional) optional = true
  }
  return { next, optional }
}

interface Field {
  readonly schema: Schema
  readonly optional: boolean
}

function itemOf(schema: Schema): Field | 'open' | undefined {
  if (typeOf(schema) !== 'array') return undefined
  return schema.items ? { schema: schema.items, optional: false } : 'open'
}

function fieldOf(reader: SchemaReader, schema: Schema, name: string): Field | 'open' | undefined {
  const { properties, additionalProperties: more } = schema
  const property = properties && Object.hasOwn(properties, name) ? properties[name] : undefined
  if (property) return { schema: property, optional: !schema.required?.includes(name) }
  if (typeof more === 'object') return saysNothing(reader.resolve(more)) ? 'open' : { schema: more, optional: true }
  return more === true ? 'open' : undefined
}

function saysNothing(schema: Schema): boolean {
  const type = typeOf(schema)
  if (type === undefined) return true
  return type === 'object' && !schema.properties && schema.additionalProperties === undefined
}

/** An expandable field is an id unless the recorded value shows that it was expanded. */
function unexpanded(reader: SchemaReader, schema: Schema, value: unknown): Schema[] {
  const resolved = reader.resolve(schema)
  const all = reader.alternatives(schema)
  if (!resolved['x-expansionResources'] || typeof value === 'object') return all
  return all.filter((each) => typeOf(each) !== 'object')
}

function valueAt(value: unknown, segment: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (segment === EACH) return Array.isArray(value) ? value[0] : undefined
  return Object.hasOwn(value, segment) ? (value as Record<string, unknown>)[segment] : undefined
}

/** Recorded value of a field; the first item's, for each of a list. */
export function recordedAt(recorded: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(valueAt, recorded)
}

export function typesOf(leaf: readonly Schema[]): JsonType[] {
  return [...new Set(leaf.flatMap((each) => typeOf(each) ?? []))]
}

export function holds(leaf: readonly Schema[], value: unknown): boolean {
  return leaf.some((each) => isOfType(each, value))
}
