import { type Description, refName, type Schema } from '../../../contracts/document.js'

/** References that follow each other longer than this go in a circle. */
const LONGEST_CHAIN = 32
/** Unions inside unions, at most so deep. */
const DEEPEST_UNION = 8

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null'

/** Reads the schemas of one description. */
export class SchemaReader {
  readonly description: Description

  constructor(description: Description) {
    this.description = description
  }

  resolve(schema: Schema): Schema {
    let at = schema
    for (let i = 0; at.$ref !== undefined && i < LONGEST_CHAIN; i++) {
      const name = refName(at.$ref)
      at = (name === undefined ? undefined : this.description.components.schemas[name]) ?? {}
    }
    return at
  }

  /** What a value may be, references followed and unions taken apart: each of one type, or of none that is said. */
  alternatives(schema: Schema, depth = 0): Schema[] {
    const at = this.resolve(schema)
    const branches = at.anyOf ?? at.oneOf
    if (branches && depth < DEEPEST_UNION) {
      return branches.flatMap((branch) => this.alternatives(branch, depth + 1))
    }
    if (!Array.isArray(at.type)) return [at]
    return at.type.map((type) => ({ ...at, type, ...(at.enum ? { enum: enumOf(at.enum, type) } : {}) }))
  }

  /** Of the alternatives, those that a recorded value is one of; all, where it is none of them. */
  meant(alternatives: readonly Schema[], value: unknown): readonly Schema[] {
    if (value === undefined) return alternatives
    const typed = alternatives.filter((each) => isOfType(each, value))
    const told = typed.filter((each) => this.discriminates(each, value))
    return [told, typed, alternatives].find((some) => some.length > 0) ?? alternatives
  }

  /** Whether fields that can have one value only (`object: 'card'`) have it. */
  private discriminates(schema: Schema, value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return true
    return Object.entries(schema.properties ?? {}).every(([name, property]) => {
      const seen = (value as Record<string, unknown>)[name]
      const only = onlyValue(this.resolve(property))
      return only === undefined || typeof seen !== 'string' || seen === only
    })
  }
}

function enumOf(members: NonNullable<Schema['enum']>, type: string): NonNullable<Schema['enum']> {
  return members.filter((member) => (member === null) === (type === 'null'))
}

function onlyValue(schema: Schema): unknown {
  return schema.const ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined)
}

/** The type that a schema names; for one that only lists values, theirs. */
export function typeOf(schema: Schema): JsonType | undefined {
  if (typeof schema.type === 'string') return schema.type
  if (schema.properties) return 'object'
  if (schema.items) return 'array'
  const [member] = schema.const === undefined ? (schema.enum ?? []) : [schema.const]
  return member === undefined ? undefined : typeOfValue(member)
}

export function typeOfValue(value: unknown): JsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value === 'string' || typeof value === 'boolean' ? (typeof value as 'string' | 'boolean') : 'object'
}

/** A whole number is a number too. */
export function isOfType(schema: Schema, value: unknown): boolean {
  const type = typeOf(schema)
  const seen = typeOfValue(value)
  return type === undefined || type === seen || (type === 'number' && seen === 'integer')
}

/** A type in plain words, for a sentence. */
export function nameOfType(type: JsonType): string {
  const names: Record<JsonType, string> = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    object: 'an object',
    array: 'a list',
    null: 'null',
  }
  return names[type]
}
