import { page } from '../../api.js'
import type { StripeWorld } from '../../world.js'
import { sessionPage } from './view.js'

/**
 * The page of a Checkout Session.
 * @throws resource_missing (404)  @source https://docs.stripe.com/payments/checkout/how-checkout-works (read 2026-11); the page is our own
 */
export const showCheckout = page('GET /c/pay/{session}', ({ params }, world: StripeWorld) =>
  sessionPage(world, world.checkoutSessions.get(params.session ?? '', 'session')),
)
