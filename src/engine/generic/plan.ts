import type { Description } from '../description/description.js'
import type { Schema } from '../description/document.js'
import type { Operation } from '../description/operation.js'

/** What the description alone says that an operation does. `type` is the resource's own name and its table. */
export type GenericPlan =
  | { readonly kind: 'list'; readonly type: string; readonly parent: Parent | undefined }
  | { readonly kind: 'retrieve'; readonly type: string }
  | { readonly kind: 'create'; readonly type: string; readonly parent: Parent | undefined }
  | { readonly kind: 'update'; readonly type: string }
  | { readonly kind: 'delete'; readonly type: string }
  | { readonly kind: 'act'; readonly type: string; readonly status: string }
  | { readonly kind: 'singleton'; readonly type: string }
  | { readonly kind: 'none'; readonly why: string }

/** The resource in the path that another one belongs to. */
export interface Parent {
  readonly type: string
  /** Name of the path's parameter that holds its id. */
  readonly param: string
}

export function planFor(description: Description, operation: Operation): GenericPlan {
  const success = operation.success
  if (!success?.mediaType.includes('json')) return none('it answers no JSON')
  const listed = listedType(description, success.schema)
  const parts = operation.path.split('/').slice(1)
  const last = parts[parts.length - 1] ?? ''
  const onItem = last.startsWith('{')
  if (operation.method === 'GET') {
    if (listed) return { kind: 'list', type: listed, parent: parentOf(description, parts) }
    const type = description.objectType(success.schema)
    if (!type) return none('its answer is no resource')
    return { kind: onItem ? 'retrieve' : 'singleton', type }
  }
  const type = description.objectType(success.schema)
  if (!type) return none('its answer is no resource')
  if (operation.method === 'DELETE')
    return onItem ? { kind: 'delete', type } : none('it does more than delete a resource')
  if (operation.method !== 'POST' && operation.method !== 'PUT' && operation.method !== 'PATCH')
    return none('its method is unusual')
  if (onItem) return { kind: 'update', type }
  return postOnFixedSegment(description, operation, type, parts, last)
}

function postOnFixedSegment(
  description: Description,
  operation: Operation,
  type: string,
  parts: readonly string[],
  last: string,
): GenericPlan {
  const parent = parentOf(description, parts)
  if (parent?.type === type) return act(description, operation, type, last)
  const path = operation.path
  const collection = description.operation(`GET ${path}`) ?? description.operation(`GET ${path}/{id}`)
  const named = singular(last) === type.slice(type.lastIndexOf('.') + 1)
  if (collection || named) return { kind: 'create', type, parent }
  return none('what it does cannot be told from its description')
}

/** The type of the item whose id stands before the last segment. */
function parentOf(description: Description, parts: readonly string[]): Parent | undefined {
  const before = parts[parts.length - 2]
  if (!before?.startsWith('{')) return undefined
  const retrieve = description.operation(`GET /${parts.slice(0, -1).join('/')}`)
  const type = retrieve?.success && description.objectType(retrieve.success.schema)
  return type ? { type, param: before.slice(1, -1) } : undefined
}

/** An action changes a status only where its verb says which: exactly one value begins as the verb does. */
function act(description: Description, operation: Operation, type: string, verb: string): GenericPlan {
  const schema = operation.success?.schema
  const status = schema && description.resource(schema).properties?.status
  const values = (status && enumOf(description, status)) ?? []
  const stem = verb.replace(/(?:e|ate|y)$/, '')
  const meant = values.filter((value) => value.startsWith(stem))
  if (meant.length !== 1 || !meant[0]) return none(`'${verb}' names no one status of a ${type}`)
  return { kind: 'act', type, status: meant[0] }
}

function enumOf(description: Description, schema: Schema): string[] {
  const at = description.resolve(schema)
  const own = (at.enum ?? []).filter((value): value is string => typeof value === 'string')
  return [...own, ...(at.anyOf ?? []).flatMap((branch) => enumOf(description, branch))]
}

/** The type of a list's items, or undefined where it is no list. */
function listedType(description: Description, schema: Schema): string | undefined {
  const at = description.resolve(schema)
  const data = at.properties?.data
  const items = data && description.resolve(data).items
  if (!items) return undefined
  const item = description.resolve(items)
  const branch = item.anyOf?.[0] ?? item.oneOf?.[0]
  return description.objectType(branch ?? item)
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
