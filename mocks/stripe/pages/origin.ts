import type { CallFacts } from '../../../src/engine/kit.js'

/** Where a request came in. */
export type Door = Pick<CallFacts, 'host' | 'origin'>

/** Where a person's browser finds the sandbox's pages: where the client came in, or Stripe's own host for such pages. */
export function pagesOrigin(call: Door, host: 'hooks' | 'checkout' | 'buy' | 'payments' = 'hooks'): string {
  return call.host.endsWith('.stripe.com') ? `https://${host}.stripe.com` : call.origin
}
