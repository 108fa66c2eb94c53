import type { Schema } from '../description/document.js'
import { adapt } from './adapt.js'
import { type Context, missing, tableOf } from './context.js'
import { materialize } from './materialize.js'
import { resourceTypes } from './resource-types.js'

/** The parameters that are fields of the resource too. References must lead somewhere. */
export function copied(context: Context, schema: Schema): Record<string, unknown> {
  const { call } = context
  const { description } = call.vendor
  const { properties } = description.resource(schema)
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries((call.body ?? {}) as Record<string, unknown>)) {
    const property = properties && Object.hasOwn(properties, key) ? properties[key] : undefined
    if (!property) continue
    const whole = typeof value === 'string' && value ? referred(context, property, key, value) : undefined
    const adapted = value === '' && nullable(property) ? null : (whole ?? adapt(description, property, value))
    if (adapted !== undefined) out[key] = adapted
  }
  return out
}

function nullable(schema: Schema): boolean {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return types.includes('null') || (schema.anyOf ?? []).some((branch) => branch.type === 'null')
}

/** The resource that an id names, where the field holds it whole; checks that it is there where the field holds its id. */
function referred(context: Context, property: Schema, param: string, id: string): unknown {
  const { description } = context.call.vendor
  const { oneOf } = (property['x-expansionResources'] ?? {}) as { oneOf?: readonly Schema[] }
  if (oneOf) {
    const types = oneOf.map((branch) => description.objectType(branch)).filter((type) => type !== undefined)
    if (
      types.length > 0 &&
      !types.some((type) => tableOf(context, type).has(id)) &&
      !materialize(context.world, types, id)
    ) {
      const there = types.find((candidate) => !candidate.startsWith('deleted_')) ?? param
      throw missing(context, [there], id, param, false)
    }
    return undefined
  }
  const types = description.resolve(property).type === 'string' ? [] : resourceTypes(description, property)
  for (const type of types) {
    const row = tableOf(context, type).find(id)
    if (row) return row
  }
  if (types.length === 0 || !description.schema(types[0] ?? '')?.properties?.id) return undefined
  const made = materialize(context.world, types, id)
  if (made) return made
  throw missing(context, types, id, param, false)
}
