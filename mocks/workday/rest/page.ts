/** What a list is asked for. @source facts A2 (read 2026-11-23) */
export interface PageQuery {
  readonly limit?: number
  readonly offset?: number
}

const USUAL = 20
const MOST = 100

/** A page of a list, with the number of all. @unverified what a limit beyond the most is answered with: here, the most */
export function pageOf<T, R>(
  all: readonly T[],
  query: PageQuery,
  render: (item: T) => R,
): { total: number; data: R[] } {
  const { limit, offset } = boundsOf(query)
  return { total: all.length, data: all.slice(offset, offset + limit).map(render) }
}

export function boundsOf({ limit = USUAL, offset = 0 }: PageQuery, most = MOST): { limit: number; offset: number } {
  return { limit: Math.min(Math.max(0, limit), most), offset: Math.max(0, offset) }
}
