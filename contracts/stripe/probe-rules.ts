import type { Given, ProbeRules } from '../probe-rules.js'

/**
 * Test mode is told by the key; it is served at the same hosts as live mode.
 * @source https://docs.stripe.com/keys, https://docs.stripe.com/testing (as cited in mocks/stripe)
 */
export const stripeProbeRules: ProbeRules = {
  testHosts: ['api.stripe.com'],
  variable: 'STRIPE_SECRET_KEY',
  modeOf: (key) => (/^(?:sk|rk)_test_\w+$/.test(key) ? 'test' : /_live_/.test(key) ? 'live' : 'unknown'),
  authorize: (key) => ({ authorization: `Bearer ${key}` }),
  idempotencyHeader: 'idempotency-key',
  given: (state, params) => {
    // Which test cards are declined, and how, is Stripe's.
    if (/^the card .+ will be declined$/.test(state)) return 'nothing'
    const found = /^a (customer|product|payment method) with id (\S+) exists$/.exec(state)
    const id = typeof params.id === 'string' ? params.id : found?.[2]
    return found?.[1] === undefined || id === undefined ? undefined : make(found[1], id)
  },
}

function make(noun: string, id: string): Given | undefined {
  switch (noun) {
    case 'customer':
      return { method: 'POST', path: '/v1/customers', form: { name: 'Alex Example' }, id }
    case 'product':
      return { method: 'POST', path: '/v1/products', form: { name: 'Example' }, id }
    case 'payment method':
      return { method: 'POST', path: '/v1/payment_methods', form: { type: 'card', 'card[token]': 'tok_visa' }, id }
    default:
      return undefined
  }
}
