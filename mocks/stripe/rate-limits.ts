import type { LimitRules } from '../../src/engine/kit.js'
import type { StripeWorld } from './world.js'

const SECOND = 1000

/** Requests a second for an account in a sandbox, for each operation, and for search. @source https://docs.stripe.com/rate-limits (read 2026-11) */
const GLOBAL = 25
const ENDPOINT = 25
const SEARCH = 20

/** Stripe's limits of a sandbox account. @throws rate_limit (429) with the reason in Stripe-Rate-Limited-Reason */
export const limits: LimitRules<StripeWorld> = {
  check: (call, world) => {
    const { limiter } = world.port.world
    const now = world.port.now()
    const key = call.operation?.key ?? ''
    const allowed = call.path.endsWith('/search') ? SEARCH : ENDPOINT
    const reason = !limiter.take('stripe', GLOBAL, SECOND, now)
      ? 'global-rate'
      : limiter.take(`stripe ${key}`, allowed, SECOND, now)
        ? undefined
        : 'endpoint-rate'
    if (reason) throw call.vendor.definition.errors.problem({ kind: 'rate-limited', limit: reason }, call)
  },
}
