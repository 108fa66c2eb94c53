import { typesOf } from './branch.js'
import type { Description } from './description.js'
import type { Schema } from './document.js'

/**
 * `request`: as described. `answer`: closed, so that a misspelt field is found; open enums are open; a reference that may
 * be expanded is an id, since answers are checked before they are expanded.
 */
export type Mode = 'request' | 'answer'

/** A self-contained JSON Schema (2020-12) for zod out of a schema of the description. */
export function standalone(description: Description, schema: Schema, mode: Mode): Record<string, unknown> {
  const definitions: Record<string, unknown> = {}
  const convert = (at: Schema): Record<string, unknown> => {
    if (at.$ref) return { $ref: `#/$defs/${define(at.$ref)}` }
    if (mode === 'answer' && at['x-expansionResources']) return identifier(at)
    return { ...facets(at, mode), ...inner(at) }
  }
  const inner = (at: Schema): Record<string, unknown> => {
    const out: Record<string, unknown> = {}
    const branches = at.anyOf ?? at.oneOf
    if (branches) out.anyOf = branches.map(convert)
    if (at.allOf) out.allOf = at.allOf.map(convert)
    if (at.items) out.items = convert(at.items)
    if (at.properties) {
      out.properties = Object.fromEntries(Object.entries(at.properties).map(([key, each]) => [key, convert(each)]))
    }
    if (typeof at.additionalProperties === 'object') out.additionalProperties = convert(at.additionalProperties)
    else if (at.additionalProperties === false || (mode === 'answer' && closes(at))) out.additionalProperties = false
    return out
  }
  const define = (ref: string): string => {
    const name = ref.slice(ref.lastIndexOf('/') + 1)
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = {}
      definitions[name] = convert(description.resolve({ $ref: ref }))
    }
    return name
  }
  const root = convert(schema)
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...root, $defs: definitions }
}

/** What a schema says of a value by itself, without the schemas inside it. */
function facets(at: Schema, mode: Mode): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  const types = typesOf(at)
  // What a file is made of came as a part of multipart: its bytes are no text.
  if (at.format === 'binary' && mode === 'request') return out
  if (types.length > 0) out.type = types.length === 1 ? types[0] : types
  if (at.const !== undefined) out.const = at.const
  if (at.enum && !(mode === 'answer' && at['x-open-enum'])) out.enum = at.enum
  for (const key of ['maxLength', 'minLength', 'minimum', 'maximum', 'required'] as const) {
    if (at[key] !== undefined) out[key] = at[key]
  }
  return out
}

function closes(schema: Schema): boolean {
  return (
    schema.properties !== undefined && Object.keys(schema.properties).length > 0 && schema.additionalProperties !== true
  )
}

function identifier(schema: Schema): Record<string, unknown> {
  const nullable = typesOf(schema).includes('null') || schema.anyOf?.some((branch) => typesOf(branch).includes('null'))
  return { type: nullable ? ['string', 'null'] : 'string' }
}
