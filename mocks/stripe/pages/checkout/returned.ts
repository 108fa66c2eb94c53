import { reply } from '../../../../src/engine/kit.js'
import { page } from '../../api.js'
import type { StripeWorld } from '../../world.js'
import { afterwards } from './view.js'

/**
 * Where 3D Secure leads back to: on to the shop, or to the page again, which says what went wrong.
 * @throws resource_missing (404)  @source https://docs.stripe.com/payments/checkout/how-checkout-works (read 2026-11)
 */
export const returnToCheckout = page('GET /c/pay/{session}/return', ({ params }, world: StripeWorld) => {
  const session = world.checkoutSessions.get(params.session ?? '', 'session')
  return goTo(afterwards(session))
})

/** Goes on with a GET, as after a form. */
export function goTo(url: string) {
  return reply({
    status: 303,
    headers: { Location: url, 'Referrer-Policy': 'no-referrer' },
    body: '',
    contentType: 'text/plain',
  })
}
