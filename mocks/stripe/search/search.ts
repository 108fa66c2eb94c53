import { type Behaviour, behavioursOf, type Row } from '../../../src/engine/kit.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { matcher } from './match.js'
import { parseQuery } from './query.js'

interface SearchQuery {
  readonly query: string
  readonly limit?: number
  readonly page?: string
  readonly expand?: readonly string[]
}

const untyped = behavioursOf<object, string, StripeWorld>()

/** The operations that search, each with the type that it searches. */
const SEARCHED: Readonly<Record<string, string>> = {
  'GET /v1/charges/search': 'charge',
  'GET /v1/customers/search': 'customer',
  'GET /v1/invoices/search': 'invoice',
  'GET /v1/payment_intents/search': 'payment_intent',
  'GET /v1/prices/search': 'price',
  'GET /v1/products/search': 'product',
  'GET /v1/subscriptions/search': 'subscription',
}

/**
 * Newest first, ten by default, with what is new found at once (Stripe takes up to a minute).
 * @throws a query that cannot be read or asks for what cannot be searched, a page that is none (400)
 * @source https://docs.stripe.com/search (read 2026-11)
 */
export const searches: readonly Behaviour[] = Object.entries(SEARCHED).map(([key, type]) => {
  const noun = key.split('/')[2] ?? ''
  return untyped.behaviour(key, ({ query }, world) => search(world, noun, type, query as unknown as SearchQuery))
})

function search(world: StripeWorld, noun: string, type: string, { query, limit = 10, page, expand }: SearchQuery) {
  const fits = matcher(type, noun, parseQuery(query))
  const rows = world.collection<Row & Record<string, unknown>>(type)
  const after = page === undefined ? undefined : idOf(page)
  if (after !== undefined && !rows.find(after)) throw badPage(page)
  const found = rows.page({ limit, after, filter: fits })
  const last = found.rows.at(-1)?.id
  return {
    object: 'search_result' as const,
    url: `/v1/${noun}/search`,
    has_more: found.hasMore,
    data: found.rows,
    next_page: found.hasMore && last !== undefined ? tokenOf(last) : null,
    ...(expand?.includes('total_count') && { total_count: rows.all().filter(fits).length }),
  }
}

/** A page is told by the last resource of the one before it. */
function tokenOf(id: string): string {
  return Buffer.from(id).toString('base64url')
}

function idOf(page: string): string {
  return Buffer.from(page, 'base64url').toString()
}

/** @unverified wording */
function badPage(page: string | undefined) {
  return invalidRequest(`Invalid page: '${page}'; use the \`next_page\` of an answer.`, { param: 'page' })
}
