import type { Schema } from '../../../contracts/document.js'
import type { Change } from './finding.js'
import { type JsonType, nameOfType, type SchemaReader, typeOf, typeOfValue } from './schema-reader.js'

/** How values are written: in JSON each is of its type, in a form or query all are text. */
export type Wire = 'json' | 'text'

type ValueChange = Omit<Change, 'side'>
type Path = readonly string[]

/** How a schema would not take a value that was sent. Of several alternatives, that which takes it best speaks. */
export function valueChanges(
  reader: SchemaReader,
  schema: Schema,
  value: unknown,
  wire: Wire,
  path: Path = [],
): ValueChange[] {
  const alternatives = reader.alternatives(schema)
  const fits = alternatives.filter((each) => couldBe(each, value, wire))
  if (fits.length === 0) return [otherType(alternatives, value, path)]
  const all = fits.map((each) => changesOf(reader, each, value, wire, path))
  return all.reduce((best, each) => (weight(each) < weight(best) ? each : best))
}

/** What is certainly wrong weighs more than what is only not described. */
function weight(changes: readonly ValueChange[]): number {
  return changes.reduce((sum, { unsure }) => sum + (unsure ? 1 : 1000), 0)
}

function changesOf(reader: SchemaReader, schema: Schema, value: unknown, wire: Wire, path: Path): ValueChange[] {
  if (Array.isArray(value)) {
    const { items } = schema
    if (!items) return []
    return value.flatMap((item) => valueChanges(reader, items, item, wire, [...path, '*']))
  }
  if (typeof value === 'object' && value !== null) {
    return fieldChanges(reader, schema, value as Record<string, unknown>, wire, path)
  }
  return scalarChanges(schema, value, path)
}

function fieldChanges(
  reader: SchemaReader,
  schema: Schema,
  value: Record<string, unknown>,
  wire: Wire,
  path: Path,
): ValueChange[] {
  const found: ValueChange[] = []
  const { properties = {}, additionalProperties, required = [] } = schema
  for (const [name, inner] of Object.entries(value)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined
    const described = property ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    const here = [...path, name]
    if (described) found.push(...valueChanges(reader, described, inner, wire, here))
    else if (additionalProperties === false) found.push(gone(here, 'is not taken any more'))
    else if (additionalProperties === undefined && schema.properties) {
      found.push({ ...gone(here, 'is described no more'), unsure: true })
    }
  }
  for (const name of required) {
    if (Object.hasOwn(value, name)) continue
    const here = [...path, name]
    found.push({ path: here, kind: 'newly required', message: `${quoted(here)} is required` })
  }
  return found
}

function gone(path: Path, words: string): ValueChange {
  return { path, kind: 'removed', message: `${quoted(path)} ${words}` }
}

function scalarChanges(schema: Schema, value: unknown, path: Path): ValueChange[] {
  const narrowed = (words: string): ValueChange[] => [{ path, kind: 'narrowed', message: `${quoted(path)} ${words}` }]
  const members = schema.const === undefined ? schema.enum : [schema.const]
  if (members && !members.some((member) => String(member) === String(value))) {
    return narrowed(`may not be \`${String(value)}\` any more`)
  }
  const type = typeOf(schema)
  if (type === 'string' && typeof value === 'string') {
    if (schema.maxLength !== undefined && value.length > schema.maxLength) {
      return narrowed(`may have ${schema.maxLength} characters at most, and ${value.length} were sent`)
    }
    if (schema.minLength !== undefined && value.length < schema.minLength) {
      return narrowed(`must have ${schema.minLength} characters at least, and ${value.length} were sent`)
    }
    return []
  }
  if (type !== 'integer' && type !== 'number') return []
  const { minimum, maximum } = schema
  const number = Number(value)
  if (minimum !== undefined && number < minimum)
    return narrowed(`may not be less than ${minimum}, and ${number} was sent`)
  if (maximum !== undefined && number > maximum)
    return narrowed(`may not be more than ${maximum}, and ${number} was sent`)
  return []
}

function otherType(alternatives: readonly Schema[], value: unknown, path: Path): ValueChange {
  const takes = [...new Set(alternatives.filter((each) => !unsets(each)).flatMap((each) => typeOf(each) ?? []))]
  if (value === null || value === '') {
    return {
      path,
      kind: 'narrowed',
      message: `${quoted(path)} may not be ${value === null ? 'null' : 'empty'} any more`,
    }
  }
  const message = `${quoted(path)} must be ${takes.map(nameOfType).join(' or ')} now`
  return { path, kind: 'type changed', message }
}

/** Whether a value can be meant as this alternative, its inside apart. */
function couldBe(schema: Schema, value: unknown, wire: Wire): boolean {
  const type = typeOf(schema)
  if (type === undefined) return true
  if (unsets(schema)) return value === ''
  if (wire === 'text' && typeof value === 'string') return readsAs(type, value)
  const seen = typeOfValue(value)
  if (wire === 'text' && seen === 'array' && type === 'object') return true
  return type === seen || (type === 'number' && seen === 'integer')
}

/** The empty text by which a form takes a value away. */
function unsets(schema: Schema): boolean {
  return schema.enum?.length === 1 && schema.enum[0] === ''
}

function readsAs(type: JsonType, text: string): boolean {
  switch (type) {
    case 'string':
      return true
    case 'integer':
      return /^[+-]?\d+$/.test(text)
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text))
    case 'boolean':
      return text === 'true' || text === 'false'
    case 'null':
      return text === ''
    default:
      // An empty list or object is written as nothing.
      return false
  }
}

function quoted(path: Path): string {
  return path.length === 0 ? 'the body' : `\`${path.join('.')}\``
}
