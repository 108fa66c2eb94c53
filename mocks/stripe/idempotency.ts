import type { Call, IdempotencyRules } from '../../src/engine/kit.js'
import { invalidRequest } from './errors.js'

const LONGEST = 255
const DAY = 24 * 60 * 60 * 1000

/**
 * A key counts on POST, for a day; errors are kept like answers.
 * @source https://docs.stripe.com/api/idempotent_requests (read 2026-11); the headers of a replay as asserted against Stripe's test
 * mode by others (2026-09)
 */
export const idempotency: IdempotencyRules = {
  key: keyOf,
  header: 'idempotency-key',
  lifetime: DAY,
  replayHeaders: (requestId) => ({ 'Idempotent-Replayed': 'true', 'Original-Request': requestId }),
  // Once the work has begun its error is kept; a gateway's, or a limit's, comes before that.
  keepsFault: ({ status, code }) => status === 500 || code === 'lock_timeout',
}

/** @throws a key that is too long (400) @unverified wording */
function keyOf(call: Call): string | undefined {
  if (call.exchange.method !== 'POST' || call.behaviour?.page) return undefined
  const key = call.header('idempotency-key')
  if (key === undefined || key.length <= LONGEST) return key
  throw invalidRequest(`Idempotency keys can be at most ${LONGEST} characters long; this one has ${key.length}.`)
}
