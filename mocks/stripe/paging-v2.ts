import type { CallFacts } from '../../src/engine/kit.js'
import { invalidRequest } from './errors.js'

/** The parameters that lists of API v2 take; `page` stands in the URLs that they answer. */
export interface ListQueryV2 {
  readonly limit?: number
  readonly page?: string
}

const USUAL = 20
const MOST = 100

/**
 * A page of a list of API v2, with the paths of the one before and the one behind: 20 at a time, 100 at most.
 * @throws a limit or page that is none (400) @source https://docs.stripe.com/api/v2/pagination (read 2026-11) @unverified wording, and that pages are counted by place
 */
export function pageV2<R>(
  rows: readonly R[],
  { limit = USUAL, page }: ListQueryV2,
  call: Pick<CallFacts, 'path' | 'rawQuery'>,
) {
  if (limit < 1 || limit > MOST)
    throw invalidRequest(`Invalid limit: ${limit}; must be between 1 and ${MOST}.`, {
      code: 'invalid_fields',
      param: 'limit',
    })
  const from = page === undefined ? 0 : placeOf(page)
  const link = (at: number) => linkTo(call, at, limit)
  return {
    data: rows.slice(from, from + limit),
    next_page_url: from + limit < rows.length ? link(from + limit) : null,
    previous_page_url: from > 0 ? link(Math.max(0, from - limit)) : null,
  }
}

const PAGE = 'page_'

function placeOf(page: string): number {
  const text = Buffer.from(page, 'base64url').toString()
  const place = text.startsWith(PAGE) ? Number(text.slice(PAGE.length)) : Number.NaN
  if (!Number.isSafeInteger(place) || place < 0)
    throw invalidRequest(`Invalid page: '${page}'; follow next_page_url.`, { code: 'invalid_fields', param: 'page' })
  return place
}

/** The same list at another place: filters stay. */
function linkTo({ path, rawQuery }: Pick<CallFacts, 'path' | 'rawQuery'>, place: number, limit: number): string {
  const parameters = new URLSearchParams(rawQuery)
  parameters.set('limit', String(limit))
  parameters.set('page', Buffer.from(PAGE + place).toString('base64url'))
  return `${path}?${parameters}`
}
