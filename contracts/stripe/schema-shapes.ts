import type { Schema } from '../document.js'
import { isDateTime, isFractional, isUnixTime, maxLengthOf, rangeOf } from './name-rules.js'

/** What a type is read for: an answer refers to components, a request is written out and closed. */
export type Side = 'answer' | 'form' | 'json'

/** Where a type stands: the property that holds it and what its comment says. */
export interface Place {
  side: Side
  name: string
  comment: string
  /** API v2 writes times as text. */
  version2?: boolean
}

export function text(place: Place): Schema {
  if (place.version2 && isDateTime(place.name, place.comment)) return { type: 'string', format: 'date-time' }
  if (place.side === 'answer') return { type: 'string' }
  return { type: 'string', maxLength: maxLengthOf(place.name, place.comment) }
}

export function amount({ side, name, comment }: Place): Schema {
  if (isFractional(name, comment)) return { type: 'number' }
  const range = side === 'answer' ? {} : rangeOf(comment)
  return { type: 'integer', ...range, ...(isUnixTime(name, comment) ? { format: 'unix-time' } : {}) }
}

/**
 * Bounds of a filter. For API v2 the SDK declares them as numbers, though its times are text: both are taken.
 * @unverified which of the two API v2 wants
 */
export function range(place: Place): Schema {
  const bound: Schema = place.version2
    ? { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'integer' }] }
    : { type: 'integer' }
  const properties = Object.fromEntries(['gt', 'gte', 'lt', 'lte'].map((name) => [name, bound]))
  return { type: 'object', properties, additionalProperties: false }
}

export function metadata(side: Side): Schema {
  const value: Schema =
    side === 'json' ? { type: ['string', 'null'], maxLength: 500 } : { type: 'string', maxLength: 500 }
  return { type: 'object', additionalProperties: value }
}

export function enumeration(values: string[], open: boolean): Schema {
  return { type: 'string', enum: values, ...(open ? { 'x-open-enum': true } : {}) }
}

/** A form unsets a value by sending it empty, JSON by null. */
export function emptyable(schema: Schema, side: Side): Schema {
  if (side !== 'form') return nullable(schema)
  return {
    anyOf: [
      ...(schema.anyOf && !schema['x-expansionResources'] ? schema.anyOf : [schema]),
      { type: 'string', enum: [''] },
    ],
  }
}

export function nullable(schema: Schema): Schema {
  if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] }
  if (schema.$ref) return { anyOf: [schema, { type: 'null' }] }
  if (typeof schema.type !== 'string') return schema
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum ? { enum: [...schema.enum, null] } : {}) }
}

/** A page of objects, as a list answers it and as objects hold it. */
export function list(item: Schema): Schema {
  return {
    type: 'object',
    properties: {
      object: { type: 'string', enum: ['list'] },
      data: { type: 'array', items: item },
      has_more: { type: 'boolean' },
      url: { type: 'string' },
    },
    required: ['data', 'has_more', 'object', 'url'],
    'x-expandableFields': ['data'],
  }
}

export function holdsObject(schema: Schema): boolean {
  if (schema.$ref || schema['x-expansionResources']) return true
  if (schema.items) return holdsObject(schema.items)
  if (typeof schema.additionalProperties === 'object') return holdsObject(schema.additionalProperties)
  if (schema.properties?.object?.enum?.includes('list')) return true
  return schema.anyOf?.some(holdsObject) ?? false
}

export const anyObject = (): Schema => ({ type: 'object', additionalProperties: true })
