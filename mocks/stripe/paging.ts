import type { Row } from '../../src/engine/kit.js'
import type { Collection } from './collection.js'
import { invalidRequest } from './errors.js'

/** The parameters that every list of v1 takes. */
export interface ListQuery {
  readonly limit?: number
  readonly starting_after?: string
  readonly ending_before?: string
  readonly created?:
    | number
    | { readonly gt?: number; readonly gte?: number; readonly lt?: number; readonly lte?: number }
}

export interface ListOptions<R extends Row> {
  readonly url: string
  readonly where?: readonly [field: keyof R & string, value: unknown] | undefined
  readonly filter?: ((row: R) => boolean) | undefined
}

/**
 * A page of a list: newest first, 1 to 100 at a time, ten by default; cursors are ids and are left out.
 * @throws parameter_invalid_integer, parameters_exclusive, resource_missing (400)
 * @source https://docs.stripe.com/api/pagination (read 2026-11)
 */
export function list<R extends Row>(collection: Collection<R>, query: ListQuery, options: ListOptions<R>) {
  const { limit = 10, starting_after: after, ending_before: before, created } = query
  checkPage(query)
  if (after !== undefined) collection.named(after, 'starting_after')
  if (before !== undefined) collection.named(before, 'ending_before')
  const page = collection.page({
    limit,
    after,
    before,
    where: options.where,
    filter: both(createdIn(created), options.filter),
  })
  return { object: 'list' as const, url: options.url, has_more: page.hasMore, data: page.rows }
}

function checkPage({ limit = 10, starting_after: after, ending_before: before }: ListQuery): void {
  if (limit < 1 || limit > 100) {
    throw invalidRequest(`Invalid limit: ${limit}; must be between 1 and 100`, {
      code: 'parameter_invalid_integer',
      param: 'limit',
    })
  }
  if (after !== undefined && before !== undefined) {
    throw invalidRequest('You can only specify one of these parameters: starting_after, ending_before.', {
      code: 'parameters_exclusive',
      param: 'ending_before',
    })
  }
}

/** The same of rows that stand inside another, in their own order. @throws see `list` */
export function listWithin<R extends Row>(rows: readonly R[], query: Omit<ListQuery, 'created'>, url: string) {
  const { limit = 10, starting_after: after, ending_before: before } = query
  checkPage(query)
  const at = (id: string) => rows.findIndex((row) => row.id === id)
  const from = after === undefined ? 0 : at(after) + 1
  const until = before === undefined ? rows.length : Math.max(at(before), 0)
  const start = before === undefined ? from : Math.max(until - limit, 0)
  const data = rows.slice(start, Math.min(start + limit, until))
  const has_more = before === undefined ? start + limit < rows.length : start > 0
  return { object: 'list' as const, url, has_more, data }
}

function both<R>(a: ((row: R) => boolean) | undefined, b: ((row: R) => boolean) | undefined) {
  return a && b ? (row: R) => a(row) && b(row) : (a ?? b)
}

function createdIn<R extends Row>(created: ListQuery['created']): ((row: R) => boolean) | undefined {
  if (created === undefined) return undefined
  const { gt, gte, lt, lte } =
    typeof created === 'number' ? { gte: created, lte: created, gt: undefined, lt: undefined } : created
  return (row) => {
    const at = (row as unknown as { created: number }).created
    return (
      (gt === undefined || at > gt) &&
      (gte === undefined || at >= gte) &&
      (lt === undefined || at < lt) &&
      (lte === undefined || at <= lte)
    )
  }
}
