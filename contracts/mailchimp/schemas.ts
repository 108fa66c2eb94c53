import type { Schema, SchemaType } from '../document.js'

export const text: Schema = { type: 'string' }
export const whole: Schema = { type: 'integer' }
export const flag: Schema = { type: 'boolean' }
export const anyText = maybe(text)
export const anyFlag = maybe(flag)
/** An object of which the caller decides the keys. */
export const open: Schema = { type: 'object', additionalProperties: true }

/** The same, or null. */
export function maybe(schema: Schema): Schema {
  if (typeof schema.type !== 'string') throw new Error('only a schema of one type can be null too')
  const type: SchemaType[] = [schema.type, 'null']
  return { ...schema, type, ...(schema.enum && { enum: [...schema.enum, null] }) }
}

export function oneOf(...values: string[]): Schema {
  return { type: 'string', enum: values }
}

export function list(items: Schema): Schema {
  return { type: 'array', items }
}

/** An answer's object: all of these, always, but for those named. */
export function object(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, ...(required.length > 0 && { required }) }
}

/** A request's object: any of these, and what else is sent is passed over. */
export function loose(properties: Record<string, Schema>, needs: readonly string[] = []): Schema {
  return { type: 'object', properties, additionalProperties: true, ...(needs.length > 0 && { required: [...needs] }) }
}
