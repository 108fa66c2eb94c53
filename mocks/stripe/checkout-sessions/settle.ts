import type { PaymentIntent, SetupIntent } from '../api.js'
import type { StripeWorld } from '../world.js'
import { sessionOf } from './checkout-session.js'
import { completeSession } from './complete.js'

/**
 * Moves the session on that a PaymentIntent belongs to, once that has got somewhere: an open one is complete, one whose payment was
 * under way learns how that went. Does nothing for a PaymentIntent that has no session.
 * @emits checkout.session.completed, checkout.session.async_payment_succeeded, checkout.session.async_payment_failed
 */
export function settleSessionPayment(world: StripeWorld, { id, status }: PaymentIntent): void {
  const session = sessionOf(world, 'payment', id)
  if (!session) return
  const paid = status === 'succeeded'
  if (session.status === 'open') {
    if (paid) completeSession(world, session.id, { payment_status: 'paid' })
    // Of a payment that is only authorised, or takes days, the shop is told that it is not paid yet.
    else if (status === 'requires_capture' || status === 'processing')
      completeSession(world, session.id, { payment_status: 'unpaid' })
    return
  }
  if (session.status !== 'complete' || session.payment_status !== 'unpaid') return
  if (paid) {
    const settled = world.checkoutSessions.update(session.id, { payment_status: 'paid' })
    if (!wasCaptured(world, id)) world.emit('checkout.session.async_payment_succeeded', settled)
  } else if (status === 'requires_payment_method') {
    world.emit('checkout.session.async_payment_failed', session)
  }
}

/** @emits checkout.session.completed */
export function settleSessionSetup(world: StripeWorld, { id, status }: SetupIntent): void {
  const session = sessionOf(world, 'setup', id)
  if (session?.status === 'open' && status === 'succeeded') {
    completeSession(world, session.id, { payment_status: 'no_payment_required' })
  }
}

/** A capture by hand is no payment that took its time. */
function wasCaptured(world: StripeWorld, intent: string): boolean {
  return world.paymentIntents.find(intent)?.capture_method === 'manual'
}
