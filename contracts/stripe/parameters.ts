import type { Parameter, Schema } from '../document.js'

/** The parameters a path's template names. */
export function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 5000 },
  }))
}

/** One query parameter a property; objects and arrays are written with brackets. */
export function queryParameters(schema: Schema): Parameter[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
    ...(isStructured(property) ? { style: 'deepObject' as const, explode: true } : {}),
  }))
}

function isStructured(schema: Schema): boolean {
  return schema.type === 'array' || schema.type === 'object' || (schema.anyOf?.some(isStructured) ?? false)
}
