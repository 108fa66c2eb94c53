import type { Call } from '../call.js'
import { SandboxError } from '../errors.js'
import { belongingFields, belongs, checkBelongs, noteBelonging } from './belonging.js'
import { type Context, lookUp, missing, parentId, type Resource, tableOf } from './context.js'
import { copied } from './copied.js'
import { deletedBody } from './deleted.js'
import { minimalResource } from './minimal-resource.js'
import { type GenericPlan, type Parent, planFor } from './plan.js'
import { hasField, listedSchema, schemaOf } from './resource-types.js'

type Plan<Kind extends GenericPlan['kind']> = Extract<GenericPlan, { kind: Kind }>

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
      return required(context, plan.types).row
    case 'create':
      return create(context, plan)
    case 'make':
      return make(context, plan)
    case 'update':
      return update(context, plan.types)
    case 'act':
      return act(context, plan)
    case 'delete':
      return remove(context, plan.types)
    case 'singleton':
      return singleton(context, plan)
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

/** The resource that the last parameter of the path names, inside of what stands before it. */
function required(context: Context, types: readonly string[]): { readonly type: string; readonly row: Resource } {
  const entries = Object.entries(context.call.params)
  const [param, id = ''] = entries.at(-1) ?? []
  const found = lookUp(context, types, id, param ?? 'id', true)
  const outer = entries.at(-2)?.[0]
  if (outer !== undefined && found.made)
    noteBelonging(context, found.type, found.row.id, context.call.params[outer] ?? '')
  else if (outer !== undefined) checkBelongs(context, found.type, found.row, outerOf(context, outer), param ?? 'id')
  return found
}

function outerOf({ call }: Context, param: string): Parent | undefined {
  const { path = '' } = call.operation ?? {}
  const read = call.vendor.description.operation(`GET ${path.slice(0, path.indexOf(`{${param}}`))}{${param}}`)
  const type = read?.success && call.vendor.description.objectType(read.success.schema)
  return type === undefined ? undefined : { types: [type], param }
}

function list(context: Context, { types, parent }: Plan<'list'>): unknown {
  const { call } = context
  const { description } = call.vendor
  const inside = parent && parentId(context, parent)
  const schema = listedSchema(description, call.operation?.success?.schema ?? {})
  const type = types[0] ?? ''
  const fields = schema && description.resource(schemaOf(description, schema, type)).properties
  const wanted: [string, unknown][] = []
  for (const [key, value] of Object.entries(call.query)) {
    if (Object.hasOwn(fields ?? {}, key) && (typeof value !== 'object' || value === null)) wanted.push([key, value])
  }
  // Those that the vendor keeps itself are there before the first is looked at.
  for (const each of types) tableOf(context, each)
  const fits = (row: Resource) => wanted.every(([key, value]) => (idIn(row[key]) ?? row[key]) === value)
  const filter = (row: { readonly id: string }) =>
    fits(row as Resource) &&
    (!parent || inside === undefined || belongs(context, type, row as Resource, parent, inside))
  return context.rules.list(
    call,
    { type, types, filter: parent || wanted.length > 0 ? filter : undefined },
    context.view,
  )
}

function idIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined
}

function create(context: Context, { types, parent }: Plan<'create'>): unknown {
  const { call, rules, world } = context
  const type = types.length > 1 ? rules.meant?.(call, types) : types[0]
  if (type === undefined) return notSimulated(call, `of ${types.join(' and ')} it does not say which it makes`)
  const inside = parent && parentId(context, parent)
  const id = rules.ownId?.(call, type, context.view) ?? rules.newId(type, world)
  const fields = newFields(context, type, parent, inside)
  const row: Resource = { ...fields, ...rules.completes?.(type, fields, context.view), id }
  if (inside !== undefined) noteBelonging(context, type, id, inside)
  return saved(context, type, row, 'created')
}

function make(context: Context, { type, parent }: Plan<'make'>): unknown {
  const inside = parent && parentId(context, parent)
  return newFields(context, type, parent, inside)
}

function newFields(context: Context, type: string, parent?: Parent, inside?: string): Record<string, unknown> {
  const { call } = context
  const { description } = call.vendor
  const schema = schemaOf(description, call.operation?.success?.schema ?? {}, type)
  const fields = new Set(Object.keys(description.resource(schema).properties ?? {}))
  return {
    ...minimalResource(context, type, schema),
    ...copied(context, schema),
    ...(parent && inside !== undefined && belongingFields(fields, parent, inside)),
  }
}

function update(context: Context, types: readonly string[]): unknown {
  const { type, row } = required(context, types)
  const { description } = context.call.vendor
  const patch = copied(context, schemaOf(description, context.call.operation?.success?.schema ?? {}, type))
  return saved(context, type, context.rules.merge(row, patch) as Resource, 'updated')
}

function act(context: Context, { types, status }: Plan<'act'>): unknown {
  const { type, row } = required(context, types)
  return saved(context, type, { ...row, status }, 'updated')
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
  const { events, thinEvents } = call.vendor.description
  if (event === undefined) return undefined
  const known = Object.hasOwn(events, event) || Object.hasOwn(thinEvents, event)
  return known || Object.keys(events).length === 0 ? event : undefined
}

function remove(context: Context, types: readonly string[]): unknown {
  const { type, row } = required(
    context,
    types.map((one) => one.replace(/^deleted_/, '')),
  )
  tableOf(context, type).delete(row.id)
  const event = declared(context, context.rules.event?.(type, 'deleted'))
  if (event) context.world.emit(event, row)
  return deletedBody(context, type, row)
}

/** There is one of it, for the account or for what its path names; it is there from the beginning. */
function singleton(context: Context, { type, changes }: Plan<'singleton'>): unknown {
  const { call } = context
  const { operation, vendor } = call
  if (!operation) throw new SandboxError('SANDBOX_BAD_INPUT', 'There is no operation.', 'Report this.')
  for (const param of operation.paramNames) {
    const outer = outerOf(context, param)
    if (outer && !tableOf(context, outer.types[0] ?? '').has(call.params[param] ?? ''))
      throw missing(context, outer.types, call.params[param] ?? '', param, true)
  }
  const id = `${operation.path}?${Object.values(call.params).join('/')}`
  const table = context.world.table<{ id: string; value: Record<string, unknown> }>(`singleton:${type}`)
  const schema = operation.success?.schema ?? {}
  const [name] = operation.paramNames.slice(-1)
  const own =
    hasField(vendor.description, schema, name ?? '') && name !== 'id' ? { [name ?? '']: call.params[name ?? ''] } : {}
  const before = table.find(id)?.value ?? { ...minimalResource(context, type, schema), ...own }
  const value = changes ? context.rules.merge(before, copied(context, schema)) : before
  if (changes || !table.has(id)) table.put({ id, value })
  return value
}
