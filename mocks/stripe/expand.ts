import type { Call, Description } from '../../src/engine/kit.js'
import { findSource } from './customers/sources/source.js'
import { invalidRequest } from './errors.js'
import { included } from './includable.js'
import type { StripeWorld } from './world.js'

type Schema = NonNullable<ReturnType<Description['schema']>>
type Resource = Record<string, unknown>

const DEEPEST = 4

/**
 * Puts objects where ids stand. In a list the paths begin with `data.`.
 * @throws a path that leads nowhere or too deep (400) @source https://docs.stripe.com/api/expanding_objects (read 2026-11)
 */
export function expand(body: unknown, paths: readonly string[], call: Call, world: StripeWorld): unknown {
  const schema = call.operation?.success?.schema
  if (!schema) return body
  let expanded = body
  const { object } = (body ?? {}) as { object?: unknown }
  const listed = object === 'list' || object === 'search_result'
  for (const path of paths) {
    const steps = path.split('.')
    if (object === 'search_result' && path === 'total_count') continue
    if (listed && steps[0] !== 'data') {
      throw notExpandable(
        `This property cannot be expanded (${path}). You may want to try expanding 'data.${path}' instead.`,
      )
    }
    const levels = steps[0] === 'data' ? steps.length - 1 : steps.length
    if (levels > DEEPEST) throw notExpandable(`You cannot expand more than ${DEEPEST} levels of a property`)
    expanded = expandStep(expanded, steps, world.description.resolve(schema), path, world)
  }
  return expanded
}

function expandStep(
  value: unknown,
  steps: readonly string[],
  schema: Schema,
  path: string,
  world: StripeWorld,
): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (Array.isArray(value)) return value.map((item) => expandStep(item, steps, itemSchema(schema, world), path, world))
  if (typeof value !== 'object' || value === null) return value
  const resource = value as Resource
  const at = variantOf(schema, resource, world)
  const property = at.properties && Object.hasOwn(at.properties, step) ? at.properties[step] : undefined
  if (!property) throw notExpandable(`This property cannot be expanded (${path}).`)
  const own = resource[step] ?? undefined
  const added = own === undefined ? included(resource, step, world) : undefined
  const present = own ?? added
  const next = world.description.resolve(property)
  const refers = typeof present === 'string' && added === undefined
  const target = refers ? lookUp(present, next, path, world) : present
  if (rest.length === 0 && added === undefined && target === present && !isContainer(next))
    throw notExpandable(`This property cannot be expanded (${path}).`)
  if (target === undefined) return resource
  const inside = refers ? resourceSchema(target, next, world) : next
  return { ...resource, [step]: expandStep(target, rest, inside, path, world) }
}

function isContainer(schema: Schema): boolean {
  return (
    schema['x-expansionResources'] !== undefined ||
    (schema as { 'x-includable'?: boolean })['x-includable'] === true ||
    schema.properties !== undefined ||
    (schema.anyOf?.length ?? 0) > 0
  )
}

function itemSchema(schema: Schema, world: StripeWorld): Schema {
  return schema.items ? world.description.resolve(schema.items) : schema
}

/** Of alternatives, the one that describes this very object. */
function variantOf(schema: Schema, resource: Resource, world: StripeWorld): Schema {
  const own = typeof resource.object === 'string' ? world.description.schema(resource.object) : undefined
  if (own) return own
  const branches = (schema.anyOf ?? []).map((branch) => world.description.resolve(branch))
  return branches.find((branch) => branch.properties) ?? schema
}

function typesOf(schema: Schema, world: StripeWorld): string[] {
  const { oneOf = [] } = (schema['x-expansionResources'] ?? {}) as { oneOf?: readonly Schema[] }
  return oneOf.map((branch) => world.description.objectType(branch)).filter((type) => type !== undefined)
}

function lookUp(id: string, schema: Schema, path: string, world: StripeWorld): unknown {
  const types = typesOf(schema, world)
  if (types.length === 0) throw notExpandable(`This property cannot be expanded (${path}).`)
  for (const type of types) {
    const row = world.collection(type).find(id) ?? (type === 'card' ? findSource(world, id) : undefined)
    if (row) return row
  }
  if (types.includes('customer') && world.deletedCustomers.find(id)) return { id, object: 'customer', deleted: true }
  return id
}

function resourceSchema(target: unknown, fallback: Schema, world: StripeWorld): Schema {
  const type = (target as { object?: unknown } | null)?.object
  return (typeof type === 'string' ? world.description.schema(type) : undefined) ?? fallback
}

/** @source the sentences as seen in issues of 2017 to 2026; @unverified that on levels */
function notExpandable(message: string) {
  return invalidRequest(message, { param: 'expand' })
}
