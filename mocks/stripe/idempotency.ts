import type { IdempotencyRules } from '../../src/engine/kit.js'

const DAY = 24 * 60 * 60 * 1000

/**
 * A key counts on POST, for a day; errors are kept like answers.
 * @source https://docs.stripe.com/api/idempotent_requests (read 2026-11); the headers of a replay as asserted against Stripe's test
 * mode by others (2026-09)
 */
export const idempotency: IdempotencyRules = {
  key: (call) =>
    call.exchange.method === 'POST' && !call.behaviour?.page ? call.header('idempotency-key') : undefined,
  lifetime: DAY,
  replayHeaders: (requestId) => ({ 'Idempotent-Replayed': 'true', 'Original-Request': requestId }),
}
