import type { Call, WireRules } from '../../src/engine/kit.js'
import { expand } from './expand.js'
import { toJson } from './json.js'
import { PUBLISHABLE } from './keys/holders.js'
import { isPublishable, seenByPage } from './keys/seen-by-page.js'
import { inNewerWords, inWordsOf } from './older-names.js'
import type { StripeWorld } from './world.js'

/** Forms in and JSON out for v1, JSON both ways for v2. @source https://docs.stripe.com/api (read 2026-11-23) */
export const wire: WireRules<StripeWorld> = {
  codec: (contentType, call) => {
    if (call.path.startsWith('/v2/')) return 'json'
    return contentType?.startsWith('multipart/form-data') ? 'multipart' : 'form'
  },
  understand: inNewerWords,
  requestId: (random) => `req_${random.base62(14)}`,
  shape: (body, call, world) => {
    const paths = expandPaths(call)
    const expanded = paths.length > 0 ? expand(body, paths, call, world) : body
    const told = inWordsOf(call.vendor.description, expanded, world)
    return isPublishable(call.caller) ? seenByPage(told) : told
  },
  encode: (body) => ({ contentType: 'application/json', text: `${toJson(body)}\n` }),
  headers: (call, status) => headers(call, status),
}

function expandPaths(call: Call): string[] {
  const fromQuery = call.query.expand
  const fromBody = (call.body as { expand?: unknown } | undefined)?.expand
  return [fromQuery, fromBody].flatMap((paths) => (Array.isArray(paths) ? (paths as string[]) : []))
}

/** What a page may ask from its own origin it may read. @source https://docs.stripe.com/js (read 2026-11); @unverified that other answers have none */
function forPages(call: Call): Record<string, string> {
  if (!call.operation || !PUBLISHABLE.has(call.operation.key) || call.header('origin') === undefined) return {}
  return { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Request-Id' }
}

/**
 * @source headers of real answers of November 2025, of which those for browsers and for Stripe's own routing are left out;
 * @unverified Stripe-Should-Retry but on a declined card
 */
function headers(call: Call, status: number): Record<string, string> {
  const out: Record<string, string> = {
    ...forPages(call),
    'Cache-Control': 'no-cache, no-store',
    'Request-Id': call.requestId,
    'Stripe-Version': call.vendor.description.version,
  }
  // Nothing of a request with a live credential is said again.
  if (call.withheld) return { ...out, 'Stripe-Should-Retry': 'false' }
  out['Stripe-Version'] = call.header('stripe-version') ?? call.vendor.description.version
  const account = call.header('stripe-account')
  if (account) out['Stripe-Account'] = account
  const key = call.header('idempotency-key')
  if (key) {
    out['Idempotency-Key'] = key
    if (call.exchange.method === 'POST') out['Original-Request'] = call.requestId
  }
  if (status >= 500) out['Stripe-Should-Retry'] = call.exchange.method === 'POST' ? 'false' : 'true'
  else if (status >= 400 && status !== 409 && status !== 429) out['Stripe-Should-Retry'] = 'false'
  return out
}
