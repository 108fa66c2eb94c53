import type { Description } from '../description/description.js'
import type { Schema } from '../description/document.js'
import type { Operation } from '../description/operation.js'
import { hasField, listedSchema, resourceTypes } from './resource-types.js'

/** What the description alone says that an operation does. `types` are the names of its resource and their tables: several where it is one of some. */
export type GenericPlan =
  | { readonly kind: 'list'; readonly types: readonly string[]; readonly parent: Parent | undefined }
  | { readonly kind: 'retrieve'; readonly types: readonly string[] }
  | { readonly kind: 'create'; readonly types: readonly string[]; readonly parent: Parent | undefined }
  /** A resource without an id of its own: it is answered once, and can not be asked for again. */
  | { readonly kind: 'make'; readonly type: string; readonly parent: Parent | undefined }
  | { readonly kind: 'update'; readonly types: readonly string[] }
  | { readonly kind: 'delete'; readonly types: readonly string[] }
  | { readonly kind: 'act'; readonly types: readonly string[]; readonly status: string }
  | { readonly kind: 'singleton'; readonly type: string; readonly changes: boolean }
  | { readonly kind: 'none'; readonly why: string }

/** The resource in the path that another one belongs to. */
export interface Parent {
  readonly types: readonly string[]
  /** Name of the path's parameter that holds its id. */
  readonly param: string
}

export function planFor(description: Description, operation: Operation): GenericPlan {
  const success = operation.success
  if (!success?.mediaType.includes('json')) return none('it answers no JSON')
  const parts = operation.path.split('/').slice(1)
  const onItem = parts[parts.length - 1]?.startsWith('{') ?? false
  const listed = listedSchema(description, success.schema)
  if (operation.method === 'GET' && listed) {
    const types = resourceTypes(description, listed)
    return types.length > 0
      ? { kind: 'list', types, parent: parentOf(description, parts) }
      : none('its answer is no list of resources')
  }
  const types = resourceTypes(description, success.schema)
  switch (operation.method) {
    case 'GET':
      if (types.length === 0) return none('its answer is no resource')
      return onItem ? { kind: 'retrieve', types } : alone(description, success.schema, types, false)
    case 'DELETE':
      return remove(description, operation, types, onItem)
    case 'POST':
    case 'PUT':
    case 'PATCH':
      if (types.length === 0) return none('its answer is no resource')
      return onItem ? { kind: 'update', types } : postOnFixedSegment(description, operation, types, parts)
    default:
      return none('its method is unusual')
  }
}

function remove(description: Description, { path }: Operation, types: readonly string[], onItem: boolean): GenericPlan {
  if (!onItem) return none('it does more than delete a resource')
  const read = description.operation(`GET ${path}`)?.success
  const own = types.length > 0 ? types : read ? resourceTypes(description, read.schema) : []
  return own.length > 0 ? { kind: 'delete', types: own } : none('its answer is no resource')
}

/** There is one of it, for the account or for what stands before it in the path. */
function alone(description: Description, schema: Schema, types: readonly string[], changes: boolean): GenericPlan {
  const [type, other] = types
  if (type === undefined || other !== undefined) return none('its answer may be of several types')
  // With an id it is one of many, and which of them the description does not say.
  return changes && hasField(description, schema, 'id')
    ? none('which one it means the description does not say')
    : { kind: 'singleton', type, changes }
}

function postOnFixedSegment(
  description: Description,
  operation: Operation,
  types: readonly string[],
  parts: readonly string[],
): GenericPlan {
  const { path, success } = operation
  const last = parts[parts.length - 1] ?? ''
  const schema = success?.schema ?? {}
  const parent = parentOf(description, parts)
  const [type = '', other] = types
  if (parent ? parent.types.some((one) => types.includes(one)) : itemOf(parts, type)) {
    return act(description, schema, types, last)
  }
  if (!hasField(description, schema, 'id') && other === undefined) {
    const read = description.operation(`GET ${path}`)
    if (read?.success && !listedSchema(description, read.success.schema)) return alone(description, schema, types, true)
    return matches(last, type) ? { kind: 'make', type, parent } : unclear()
  }
  const collection = description.operation(`GET ${path}`) ?? description.operation(`GET ${path}/{id}`)
  return collection || matches(last, type) ? { kind: 'create', types, parent } : unclear()
}

function unclear(): GenericPlan {
  return none('what it does cannot be told from its description')
}

function matches(segment: string, type: string): boolean {
  return singular(segment) === type.slice(type.lastIndexOf('.') + 1)
}

/** Whether the segments before the last are an item of this type, at a path where it cannot be read. */
function itemOf(parts: readonly string[], type: string): boolean {
  return (parts[parts.length - 2]?.startsWith('{') ?? false) && matches(parts[parts.length - 3] ?? '', type)
}

/** The type of the item whose id stands before the last segment. */
function parentOf(description: Description, parts: readonly string[]): Parent | undefined {
  const at = parts.findLastIndex((part, i) => i < parts.length - 1 && part.startsWith('{'))
  const before = parts[at]
  if (before === undefined || at < parts.length - 2) return undefined
  const read = description.operation(`GET /${parts.slice(0, at + 1).join('/')}`)?.success
  const types = read ? resourceTypes(description, read.schema) : []
  return types.length > 0 ? { types, param: before.slice(1, -1) } : undefined
}

/** An action changes a status only where its verb says which: exactly one value begins as the verb does. */
function act(description: Description, schema: Schema, types: readonly string[], verb: string): GenericPlan {
  const [type] = types
  const status = description.resource(schema).properties?.status
  const values = (status && enumOf(description, status)) ?? []
  const stem = verb.replace(/(?:e|ate|y)$/, '')
  const meant = values.filter((value) => value.startsWith(stem))
  if (meant.length !== 1 || !meant[0]) return none(`'${verb}' names no one status of a ${type}`)
  return { kind: 'act', types, status: meant[0] }
}

function enumOf(description: Description, schema: Schema): string[] {
  const at = description.resolve(schema)
  const own = (at.enum ?? []).filter((value): value is string => typeof value === 'string')
  return [...own, ...(at.anyOf ?? []).flatMap((branch) => enumOf(description, branch))]
}

function singular(word: string): string {
  return word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('sses')
      ? word.slice(0, -2)
      : word.replace(/s$/, '')
}

function none(why: string): GenericPlan {
  return { kind: 'none', why }
}
