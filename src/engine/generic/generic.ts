import type { Call } from '../call.js'
import type { Schema } from '../description/document.js'
import { sharedMinimal } from '../description/minimal.js'
import type { Row, Table } from '../world/table.js'
import type { VendorWorld } from '../world/vendor-world.js'
import { adapt } from './adapt.js'
import { type GenericPlan, type Parent, planFor } from './plan.js'
import type { GenericRules } from './rules.js'

type Resource = Row & Record<string, unknown>

interface Context {
  readonly call: Call
  readonly rules: GenericRules<unknown>
  readonly world: VendorWorld
  readonly view: unknown
}

/** Answers an operation that has no behaviour from its description alone, and keeps state all the same. */
export function generic(call: Call, view: unknown): unknown {
  const { vendor, operation, world } = call
  const rules = vendor.definition.generic
  if (!operation || !world) return undefined
  if (rules && 'answer' in rules) {
    const why = rules.refuses(operation, vendor.description)
    return why === undefined ? rules.answer(call, view) : notSimulated(call, why)
  }
  const plan = planOf(call)
  if (!rules || plan.kind === 'none')
    return notSimulated(call, plan.kind === 'none' ? plan.why : 'this vendor has no generic answers')
  const context: Context = { call, rules, view, world: world.vendorWorld(vendor, call.scope) }
  switch (plan.kind) {
    case 'list':
      return list(context, plan)
    case 'retrieve':
      return required(context, plan.type)
    case 'create':
      return create(context, plan)
    case 'update':
      return update(context, plan.type)
    case 'act':
      return changed(context, plan.type, { ...required(context, plan.type), status: plan.status })
    case 'delete':
      return remove(context, plan.type)
    case 'singleton':
      return singleton(context, plan.type)
  }
}

function planOf(call: Call): GenericPlan {
  const { vendor, operation } = call
  if (!operation) return { kind: 'none', why: 'there is no operation' }
  let plan = vendor.plans.get(operation)
  if (!plan) {
    plan = planFor(vendor.description, operation)
    vendor.plans.set(operation, plan)
  }
  return plan
}

/** Answers 501 in the vendor's shape, naming the operation. */
export function notSimulated(call: Call, why: string): never {
  call.fidelity = 'refused'
  throw call.vendor.definition.errors.problem({ kind: 'not-simulated', operation: call.operation, why }, call)
}

function tableOf({ world }: Context, type: string): Table<Resource> {
  return world.table<Resource>(type)
}

/** The resource that the last parameter of the path names. */
function required(context: Context, type: string): Resource {
  const [param, id = ''] = Object.entries(context.call.params).at(-1) ?? []
  return lookUp(context, type, id, param ?? 'id', true)
}

function lookUp(context: Context, type: string, id: string, param: string, inPath: boolean): Resource {
  const row = tableOf(context, type).find(id)
  if (!row)
    throw context.call.vendor.definition.errors.problem({ kind: 'missing', type, id, param, inPath }, context.call)
  return row
}

function list(context: Context, { type, parent }: { type: string; parent: Parent | undefined }): unknown {
  const { call } = context
  if (parent) lookUp(context, parent.type, call.params[parent.param] ?? '', parent.param, true)
  const schema = itemSchema(call)
  const wanted: [string, unknown][] = []
  for (const [key, value] of Object.entries(call.query)) {
    if (Object.hasOwn(schema?.properties ?? {}, key) && (typeof value !== 'object' || value === null))
      wanted.push([key, value])
  }
  if (parent && schema?.properties?.[parent.type]) wanted.push([parent.type, call.params[parent.param]])
  const filter = (row: Row) => wanted.every(([key, value]) => (row as Resource)[key] === value)
  return context.rules.list(call, { type, filter: wanted.length > 0 ? filter : undefined }, context.view)
}

function itemSchema(call: Call): Schema | undefined {
  const { description } = call.vendor
  const schema = call.operation?.success?.schema
  const data = schema && description.resolve(schema).properties?.data
  const items = data && description.resolve(data).items
  return items && description.resolve(items)
}

function create(context: Context, { type, parent }: { type: string; parent: Parent | undefined }): unknown {
  const { call, rules, world } = context
  const schema = call.operation?.success?.schema ?? {}
  if (parent) lookUp(context, parent.type, call.params[parent.param] ?? '', parent.param, true)
  const id = rules.ownId?.(call, type, context.view) ?? rules.newId(type, world)
  const row: Resource = {
    ...(sharedMinimal(call.vendor.description, schema) as Record<string, unknown>),
    ...rules.defaults?.(type),
    ...copied(context, schema),
    ...(parent && fieldFor(context, schema, parent)),
    ...stamped(context, schema, type),
    id,
  }
  return saved(context, type, row, 'created')
}

/** What the vendor sets itself, as far as this type has it. */
function stamped({ call, rules, world }: Context, schema: Schema, type: string): Record<string, unknown> {
  const properties = call.vendor.description.resource(schema).properties ?? {}
  return Object.fromEntries(Object.entries(rules.stamp(type, world)).filter(([key]) => Object.hasOwn(properties, key)))
}

function fieldFor(context: Context, schema: Schema, parent: Parent): Record<string, unknown> {
  const properties = context.call.vendor.description.resource(schema).properties ?? {}
  return properties[parent.type] ? { [parent.type]: context.call.params[parent.param] } : {}
}

function update(context: Context, type: string): unknown {
  const row = required(context, type)
  const patch = copied(context, context.call.operation?.success?.schema ?? {})
  return changed(context, type, context.rules.merge(row, patch) as Resource)
}

function changed(context: Context, type: string, row: Resource): unknown {
  return saved(context, type, row, 'updated')
}

function saved(context: Context, type: string, row: Resource, change: 'created' | 'updated'): unknown {
  const before = tableOf(context, type).find(row.id)
  const kept = tableOf(context, type).put(row)
  const event = declared(context, context.rules.event?.(type, change))
  if (event) context.world.emit(event, kept, before ? { before } : {})
  return kept
}

/** An event type that the description has; a vendor's rule names more than there are. */
function declared({ call }: Context, event: string | undefined): string | undefined {
  const { events } = call.vendor.description
  return event !== undefined && (Object.keys(events).length === 0 || Object.hasOwn(events, event)) ? event : undefined
}

function remove(context: Context, type: string): unknown {
  const own = type.replace(/^deleted_/, '')
  const row = required(context, own)
  tableOf(context, own).delete(row.id)
  const event = declared(context, context.rules.event?.(own, 'deleted'))
  if (event) context.world.emit(event, row)
  return context.rules.deleted(own, row.id)
}

function singleton(context: Context, type: string): unknown {
  const { call } = context
  const id = `${call.operation?.path}?${Object.values(call.params).join('/')}`
  const kept = tableOf(context, `singleton:${type}`).find(id)
  if (kept) return kept.value
  const schema = call.operation?.success?.schema ?? {}
  const value = {
    ...(sharedMinimal(call.vendor.description, schema) as object),
    ...stamped(context, schema, type),
  }
  tableOf(context, `singleton:${type}`).put({ id, value })
  return value
}

/** The parameters that are fields of the resource too. References must lead somewhere. */
function copied(context: Context, schema: Schema): Record<string, unknown> {
  const { call } = context
  const { description } = call.vendor
  const { properties } = description.resource(schema)
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries((call.body ?? {}) as Record<string, unknown>)) {
    const property = properties && Object.hasOwn(properties, key) ? properties[key] : undefined
    if (!property) continue
    if (property['x-expansionResources'] && typeof value === 'string' && value)
      checkReference(context, property, key, value)
    const adapted = value === '' && nullable(property) ? null : adapt(description, property, value)
    if (adapted !== undefined) out[key] = adapted
  }
  return out
}

function nullable(schema: Schema): boolean {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return types.includes('null') || (schema.anyOf ?? []).some((branch) => branch.type === 'null')
}

function checkReference(context: Context, property: Schema, param: string, id: string): void {
  const { description } = context.call.vendor
  const { oneOf = [] } = property['x-expansionResources'] as { oneOf?: readonly Schema[] }
  const types = oneOf.map((branch) => description.objectType(branch)).filter((type) => type !== undefined)
  if (types.length === 0 || types.some((type) => tableOf(context, type).has(id))) return
  const type = types.find((candidate) => !candidate.startsWith('deleted_')) ?? types[0] ?? param
  throw context.call.vendor.definition.errors.problem({ kind: 'missing', type, id, param, inPath: false }, context.call)
}
