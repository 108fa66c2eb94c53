import { bestBranch, typesOf } from '../../description/branch.js'
import type { Description } from '../../description/description.js'
import type { Schema } from '../../description/document.js'
import type { Operation } from '../../description/operation.js'

export interface ParameterView {
  readonly name: string
  readonly in: 'path' | 'query' | 'body'
  readonly required: boolean
  /** `string`, `integer or null`, `one of: a, b`. */
  readonly type: string
}

const MOST_VALUES = 20

/** What the description of an operation asks for and allows, one level deep; required ones first. */
export function parametersOf(description: Description, operation: Operation): ParameterView[] {
  const path = operation.paramNames.map((name) => ({ name, in: 'path' as const, required: true, type: 'string' }))
  const query = propertiesOf(description, operation.querySchema, 'query')
  const body = operation.body ? propertiesOf(description, operation.body.schema, 'body') : []
  return [...path, ...query, ...body].sort((a, b) => Number(b.required) - Number(a.required))
}

/** The properties of an object's schema, or of the alternative that is an object. */
export function propertiesOf(description: Description, schema: Schema, where: 'query' | 'body'): ParameterView[] {
  const at = objectSchema(description, schema)
  return Object.entries(at.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: at.required?.includes(name) ?? false,
    type: typeName(description, property),
  }))
}

export function objectSchema(description: Description, schema: Schema): Schema {
  const at = description.resolve(schema)
  const branches = at.anyOf ?? at.oneOf
  const chosen = branches?.[bestBranch(description, branches, {})]
  return chosen ? objectSchema(description, chosen) : at
}

/** A schema in a few words. */
export function typeName(description: Description, schema: Schema): string {
  const at = description.resolve(schema)
  if (at.const !== undefined) return JSON.stringify(at.const)
  const branches = at.anyOf ?? at.oneOf
  if (branches) return [...new Set(branches.map((branch) => typeName(description, branch)))].join(' or ')
  if (at.enum) {
    const values = at.enum.slice(0, MOST_VALUES).map((value) => (value === '' ? "''" : String(value)))
    const more = at.enum.length > MOST_VALUES ? `, and ${at.enum.length - MOST_VALUES} more` : ''
    return `one of: ${values.join(', ')}${more}`
  }
  const types = typesOf(at)
  if (types[0] === 'array') return at.items ? `list of ${typeName(description, at.items)}` : 'list'
  const bounds = [
    at.maxLength !== undefined && `at most ${at.maxLength} characters`,
    at.minimum !== undefined && `at least ${at.minimum}`,
    at.maximum !== undefined && `at most ${at.maximum}`,
    at.format,
  ].filter(Boolean)
  return `${types.join(' or ') || 'any'}${bounds.length > 0 ? ` (${bounds.join(', ')})` : ''}`
}
