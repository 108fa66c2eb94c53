import { refName, refTo, type Schema, type SchemaType } from '../document.js'
import { isRaw, type Raw } from './parse.js'
import type { References } from './references.js'

/** What is taken over as it is; prose, examples and defaults are not. */
const FACTS = [
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'required',
  'x-expandableFields',
  'x-includable',
  'x-open-enum',
] as const

/** Reads schemas of OpenAPI 3.0 and 3.1 into the normal form: no `nullable`, no `allOf`. */
export class SchemaConverter {
  readonly #references: References
  /** References that `allOf` is being put together of, against circles. */
  readonly #merging = new Set<string>()

  constructor(references: References) {
    this.#references = references
  }

  convert(value: unknown): Schema {
    // `true` allows everything, and `false`, which nothing here needs, is not told apart from it.
    if (!isRaw(value)) return {}
    if (typeof value.$ref === 'string') return this.#reference(value, value.$ref)
    if (Array.isArray(value.allOf)) return this.#merged(value, value.allOf)
    const schema = this.#facts(value)
    return value.nullable === true ? nullable(schema) : schema
  }

  #reference(value: Raw, ref: string): Schema {
    const name = refName(ref)
    const schema = name === undefined || name.includes('/') ? this.convert(this.#references.follow(value)) : refTo(name)
    return value.nullable === true ? nullable(schema) : schema
  }

  #facts(value: Raw): Schema {
    const schema: Record<string, unknown> = {}
    for (const name of FACTS) if (value[name] !== undefined) schema[name] = value[name]
    if (schema.type === undefined && isRaw(value.properties)) schema.type = 'object'
    // In 3.0 a required field may be said in a schema that says no fields: nothing can be told of it.
    if (Array.isArray(schema.required) && schema.required.length === 0) delete schema.required
    if (isRaw(value.properties)) schema.properties = this.#each(value.properties)
    if (isRaw(value.items)) schema.items = this.convert(value.items)
    const more = value.additionalProperties
    if (more !== undefined) schema.additionalProperties = isRaw(more) ? this.#more(more) : more
    for (const union of ['anyOf', 'oneOf'] as const) {
      const branches = value[union]
      if (Array.isArray(branches)) schema[union] = branches.map((branch) => this.convert(branch))
    }
    const expansion = value['x-expansionResources']
    if (isRaw(expansion) && Array.isArray(expansion.oneOf)) {
      schema['x-expansionResources'] = { oneOf: expansion.oneOf.map((branch) => this.convert(branch)) }
    }
    return schema
  }

  /** `additionalProperties: {}` says as much as `true`. */
  #more(value: Raw): Schema | true {
    return Object.keys(value).length === 0 ? true : this.convert(value)
  }

  #each(values: Raw): Record<string, Schema> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.convert(value)]))
  }

  /** All members of an `allOf` and what stands beside it, as one schema. A lone reference stays one. */
  #merged(value: Raw, members: readonly unknown[]): Schema {
    const { allOf: _, nullable: mayBeNull, ...beside } = value
    const own = this.#facts(beside)
    const [only] = members
    if (members.length === 1 && isRaw(only) && typeof only.$ref === 'string' && Object.keys(own).length === 0) {
      const schema = this.convert(only)
      return mayBeNull === true ? nullable(schema) : schema
    }
    const merged = [...members.map((member) => this.#whole(member)), own].reduce(merge, {})
    return mayBeNull === true ? nullable(merged) : merged
  }

  /** A member with its reference followed, since it is to be merged. */
  #whole(member: unknown): Schema {
    if (!isRaw(member) || typeof member.$ref !== 'string') return this.convert(member)
    const ref = member.$ref
    if (this.#merging.has(ref)) return {}
    this.#merging.add(ref)
    try {
      return this.convert(this.#references.follow(member))
    } finally {
      this.#merging.delete(ref)
    }
  }
}

function merge(a: Schema, b: Schema): Schema {
  const required = [...new Set([...(a.required ?? []), ...(b.required ?? [])])].sort()
  const properties = { ...a.properties, ...b.properties }
  return {
    ...a,
    ...b,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  }
}

/** The same schema, of which null is a value too. */
export function nullable(schema: Schema): Schema {
  if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] }
  if (schema.oneOf) return { ...schema, oneOf: [...schema.oneOf, { type: 'null' }] }
  if (schema.$ref !== undefined) return { anyOf: [schema, { type: 'null' }] }
  const types = [schema.type ?? []].flat()
  if (types.length === 0 || types.includes('null')) return schema
  const type: SchemaType[] = [...types, 'null']
  const { enum: members } = schema
  return { ...schema, type, ...(members && !members.includes(null) ? { enum: [...members, null] } : {}) }
}
