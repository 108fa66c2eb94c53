import type { Description, Operation } from '../../../src/engine/kit.js'

/** What an operation does, by its method and path. */
export type Plan =
  | { readonly kind: 'list'; readonly plural: string; readonly item: string }
  | { readonly kind: 'create' | 'retrieve' | 'update' | 'upsert' | 'delete'; readonly item: string }
  | { readonly kind: 'singleton' }
  | { readonly kind: 'none'; readonly why: string }

/** A collection is a path with `{id}` below it, or a list that has no items of its own. `item` is the path of one, in either case. */
export function planOf(description: Description, { method, path, success }: Operation): Plan {
  const onItem = path.endsWith('}')
  if (!onItem && /\/actions\//.test(path))
    return { kind: 'none', why: 'what an action does cannot be told from its description' }
  if (method === 'GET') {
    const plural = success && listedProperty(description, success.schema)
    if (plural !== undefined && !onItem)
      return { kind: 'list', plural, item: itemOf(description, path) ?? `${path}/{id}` }
    return onItem ? { kind: 'retrieve', item: path } : { kind: 'singleton' }
  }
  if (onItem) {
    const kinds = { PATCH: 'update', PUT: 'upsert', DELETE: 'delete', POST: 'update' } as const
    const kind = kinds[method as keyof typeof kinds]
    return kind ? { kind, item: path } : { kind: 'none', why: 'its method is unusual' }
  }
  const item = itemOf(description, path)
  if (method === 'POST' && item !== undefined) return { kind: 'create', item }
  if (method === 'POST' && description.operation(`GET ${path}`)) return { kind: 'create', item: `${path}/{id}` }
  return { kind: 'none', why: 'what it does cannot be told from its description' }
}

/** The path of one of a collection. */
function itemOf(description: Description, path: string): string | undefined {
  const found = description.operations.find(
    (operation) => operation.path.startsWith(`${path}/{`) && !operation.path.slice(path.length + 1).includes('/'),
  )
  return found?.path
}

/** The list in an answer that has how many there are beside it. */
function listedProperty(description: Description, schema: Parameters<Description['resolve']>[0]): string | undefined {
  const { properties = {} } = description.resolve(schema)
  if (!properties.total_items) return undefined
  return Object.keys(properties).find((name) => name !== '_links' && description.resolve(properties[name] ?? {}).items)
}
