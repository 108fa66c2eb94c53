import type { Call, IdempotencyRules } from '../../src/engine/kit.js'
import { invalidRequest } from './errors.js'
import { isOAuth } from './oauth/errors.js'

const LONGEST = 255
const DAY = 24 * 60 * 60 * 1000

/**
 * A key counts on POST, for a day; errors are kept like answers. In API v2 it counts on DELETE too, for 30 days, and errors are not kept.
 * @source https://docs.stripe.com/api/idempotent_requests (read 2026-11); the headers of a replay as asserted against Stripe's test
 * mode by others (2026-09)
 */
export const idempotency: IdempotencyRules = {
  key: keyOf,
  header: 'idempotency-key',
  lifetime: (call) => (isV2(call) ? 30 * DAY : DAY),
  // What failed in API v2 is tried again, not told again.
  keeps: (status, call) => !isV2(call) || status < 400,
  replayHeaders: (requestId) => ({ 'Idempotent-Replayed': 'true', 'Original-Request': requestId }),
  // Once the work has begun its error is kept; a gateway's, or a limit's, comes before that.
  keepsFault: ({ status, code }) => status === 500 || code === 'lock_timeout',
}

function isV2(call: Call): boolean {
  return call.path.startsWith('/v2/')
}

/** @throws a key that is too long (400) @unverified wording */
function keyOf(call: Call): string | undefined {
  const { method } = call.exchange
  const counts = method === 'POST' || (method === 'DELETE' && isV2(call))
  // A code of OAuth is good once, whatever key comes with it.
  if (!counts || call.behaviour?.page || isOAuth(call)) return undefined
  const key = call.header('idempotency-key')
  if (key === undefined || key.length <= LONGEST) return key
  throw invalidRequest(`Idempotency keys can be at most ${LONGEST} characters long; this one has ${key.length}.`)
}
