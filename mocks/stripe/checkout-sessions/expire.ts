import { behaviour } from '../api.js'
import { checkExpires } from './checkout-session.js'
import { expireSession } from './expiry.js'

/**
 * Ends an open session before its time.
 * @throws resource_missing (404), a session that is not open (400)  @emits checkout.session.expired, payment_intent.canceled
 * @source https://docs.stripe.com/api/checkout/sessions/expire (read 2026-11-24)
 */
export const expire = behaviour('POST /v1/checkout/sessions/{session}/expire', ({ params }, world) => {
  const session = world.checkoutSessions.get(params.session, 'session')
  checkExpires(session)
  return expireSession(world, session)
})
