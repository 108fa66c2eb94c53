import type { CheckoutSession } from '../api.js'
import type { StripeWorld } from '../world.js'
import { partsOf } from './checkout-session.js'

/** For how long an expired session can be taken up again, in seconds. @source https://docs.stripe.com/payments/checkout/abandoned-carts (read 2026-11) */
export const RECOVERABLE_FOR = 30 * 24 * 60 * 60

/**
 * Ends a session that nobody paid; a payment that was tried in it is canceled.
 * @emits checkout.session.expired, payment_intent.canceled  @unverified the cancellation, its reason and its place in the order
 */
export function expireSession(world: StripeWorld, session: CheckoutSession): CheckoutSession {
  const recovery = session.after_expiration?.recovery
  const slug = `test_${world.port.random.base62(14)}`
  const recovered = recovery?.enabled
    ? { ...recovery, expires_at: world.now() + RECOVERABLE_FOR, url: `${partsOf(world, session.id).origin}/r/${slug}` }
    : recovery
  if (recovery?.enabled) {
    world.recoveries.insert({ id: slug, session: session.id })
    world.port.claim(slug)
  }
  const expired = world.checkoutSessions.update(session.id, {
    status: 'expired',
    url: null,
    ...(recovered && { after_expiration: { recovery: recovered } }),
  })
  world.emit('checkout.session.expired', expired)
  cancelPayment(world, session)
  return expired
}

function cancelPayment(world: StripeWorld, { payment_intent: id }: CheckoutSession): void {
  const intent = id === null ? undefined : world.paymentIntents.find(id as string)
  if (!intent || intent.status === 'succeeded' || intent.status === 'canceled') return
  const canceled = world.paymentIntents.update(intent.id, {
    status: 'canceled',
    canceled_at: world.now(),
    cancellation_reason: 'expired',
    next_action: null,
  })
  world.emit('payment_intent.canceled', canceled)
}

/** The clock has come to `expires_at`. */
export function expireWhenDue(world: StripeWorld, id: string): void {
  const session = world.checkoutSessions.find(id)
  if (session?.status === 'open') expireSession(world, session)
}
