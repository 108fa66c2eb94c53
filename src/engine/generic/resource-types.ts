import type { Description } from '../description/description.js'
import type { Schema } from '../description/document.js'

/** The types of resource that a schema may stand for: none where it is no resource, several where it is one of some. */
export function resourceTypes(description: Description, schema: Schema): string[] {
  const own = description.objectType(schema)
  if (own !== undefined) return [own]
  const { anyOf, oneOf } = description.resolve(schema)
  const types = (anyOf ?? oneOf ?? []).flatMap((branch) => resourceTypes(description, branch))
  return [...new Set(types)]
}

/** The schema of one of the types that a schema may stand for. */
export function schemaOf(description: Description, schema: Schema, type: string): Schema {
  const { anyOf, oneOf } = description.resolve(schema)
  const branch = (anyOf ?? oneOf ?? []).find((one) => resourceTypes(description, one).includes(type))
  return branch && description.objectType(schema) === undefined ? schemaOf(description, branch, type) : schema
}

/** The schema of a list's items, or undefined where it is no list. */
export function listedSchema(description: Description, schema: Schema): Schema | undefined {
  const data = description.resolve(schema).properties?.data
  return data && description.resolve(data).items
}

export function hasField(description: Description, schema: Schema, name: string): boolean {
  const { properties, anyOf, oneOf } = description.resource(schema)
  if (properties) return Object.hasOwn(properties, name)
  return (anyOf ?? oneOf ?? []).some((branch) => hasField(description, branch, name))
}
