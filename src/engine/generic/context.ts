import type { Call } from '../call.js'
import type { Row, Table } from '../world/table.js'
import type { VendorWorld } from '../world/vendor-world.js'
import { materialize } from './materialize.js'
import { minimalResource } from './minimal-resource.js'
import type { Parent } from './plan.js'
import type { GenericRules } from './rules.js'

export type Resource = Row & Record<string, unknown>

/** What a generic answer is made of. */
export interface Context {
  readonly call: Call
  readonly rules: GenericRules<unknown>
  readonly world: VendorWorld
  readonly view: unknown
}

/** The rows of a type; those that the vendor itself keeps are put there when first asked for. */
export function tableOf(context: Context, type: string): Table<Resource> {
  const { world, rules, call } = context
  const table = world.table<Resource>(type)
  const standing = table.size === 0 ? rules.standing?.(type) : undefined
  const schema = standing && call.vendor.description.schema(type)
  if (schema) for (const row of standing) table.insert({ ...minimalResource(context, type, schema), ...row })
  return table
}

export interface Found {
  readonly type: string
  readonly row: Resource
  /** It was made of its id just now. */
  readonly made?: boolean
}

/** @throws the vendor's error for what is not there */
export function lookUp(context: Context, types: readonly string[], id: string, param: string, inPath: boolean): Found {
  for (const type of types) {
    const row = tableOf(context, type).find(id)
    if (row) return { type, row }
  }
  for (const type of types) {
    const row = materialize(context.world, [type], id)
    if (row) return { type, row: row as Resource, made: true }
  }
  throw missing(context, types, id, param, inPath)
}

export function missing(context: Context, types: readonly string[], id: string, param: string, inPath: boolean) {
  const { call } = context
  return call.vendor.definition.errors.problem({ kind: 'missing', type: types[0] ?? param, id, param, inPath }, call)
}

/** The id of what the path says that a resource belongs to, which has to be there. */
export function parentId(context: Context, parent: Parent): string {
  const id = context.call.params[parent.param] ?? ''
  return lookUp(context, parent.types, id, parent.param, true).row.id
}
