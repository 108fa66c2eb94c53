import type { Schema, SchemaType } from '../document.js'

/** A schema as OpenAPI 3.0 has it: what is read of it. */
export interface RawSchema {
  $ref?: string
  type?: string
  title?: string
  enum?: (string | number | boolean | null)[]
  format?: string
  properties?: Record<string, RawSchema>
  required?: string[]
  items?: RawSchema
  additionalProperties?: boolean | RawSchema
  oneOf?: RawSchema[]
  anyOf?: RawSchema[]
  allOf?: RawSchema[]
  nullable?: boolean
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

/** What a schema says of a property beside its facts. */
export interface ReduceOptions {
  /** Which properties an answer always has, of those described; a request's own `required` is kept as it is. */
  required: (schema: RawSchema, names: string[]) => string[]
  /** Gives an object its place among the components; the reference comes back. */
  hoist: (schema: Schema, title: string | undefined) => Schema
  /** Name of the component that a reference means. */
  resolve: (ref: string) => Schema
}

const facts = ['enum', 'format', 'minimum', 'maximum', 'minLength', 'maxLength'] as const

/** Reduces a schema to facts: no prose, no examples, in the form of OpenAPI 3.1. */
export function reduceSchema(raw: RawSchema, options: ReduceOptions): Schema {
  if (raw.$ref) return options.resolve(raw.$ref)
  if (raw.allOf) return reduceSchema(merged(raw), options)
  const out: Schema = { ...typeOf(raw) }
  for (const fact of facts) if (raw[fact] !== undefined) Object.assign(out, { [fact]: raw[fact] })
  if (raw.nullable && out.enum && !out.enum.includes(null)) out.enum = [...out.enum, null]
  if (raw.items) out.items = reduceSchema(raw.items, options)
  else if (raw.type === 'array') out.items = {}
  const branches = raw.oneOf ?? raw.anyOf
  if (branches) out.anyOf = branches.map((branch) => reduceSchema(branch, options))
  if (typeof raw.additionalProperties === 'object') {
    out.additionalProperties = reduceSchema(raw.additionalProperties, options)
  } else if (raw.additionalProperties !== undefined) out.additionalProperties = raw.additionalProperties
  if (!raw.properties) return out
  const names = Object.keys(raw.properties)
  out.properties = Object.fromEntries(
    Object.entries(raw.properties).map(([name, property]) => [name, reduceSchema(property, options)]),
  )
  const required = options.required(raw, names)
  if (required.length > 0) out.required = required
  return options.hoist(out, raw.title)
}

function typeOf(raw: RawSchema): Pick<Schema, 'type'> {
  const type = raw.type ?? (raw.properties ? 'object' : undefined)
  if (type === undefined) return {}
  return { type: raw.nullable ? [type as SchemaType, 'null'] : (type as SchemaType) }
}

/** Several objects that are all meant are one with the properties of each. */
function merged(raw: RawSchema): RawSchema {
  const { allOf = [], ...rest } = raw
  const parts = [...allOf.map((part) => (part.allOf ? merged(part) : part)), rest]
  const required = parts.flatMap((part) => part.required ?? [])
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})),
    ...(required.length > 0 && { required: [...new Set(required)] }),
  }
}
