import type { StripeWorld } from '../world.js'

/** Seconds for which a card keeps an authorisation. @source https://docs.stripe.com/payments/place-a-hold-on-a-payment-method (read 2026-11): 7 days for most */
export const AUTHORISED_FOR = 7 * 24 * 60 * 60

/** The same where the card was held to a reader. @source https://docs.stripe.com/terminal/payments/collect-card-payment#capture-payment (read 2026-11): 2 days */
export const HELD_AT_READER_FOR = 2 * 24 * 60 * 60

/**
 * Ends an authorisation that nobody captured in time.
 * @emits charge.expired, payment_intent.canceled  @unverified the order of the two, and that the charge shows as refunded
 */
export function expireAuthorization(world: StripeWorld, id: string): void {
  const intent = world.paymentIntents.find(id)
  if (intent?.status !== 'requires_capture') return
  const charge = world.charges.find(intent.latest_charge as string)
  if (charge) {
    const expired = world.charges.update(charge.id, { amount_refunded: charge.amount, refunded: true })
    world.emit('charge.expired', expired, charge)
  }
  const canceled = world.paymentIntents.update(intent.id, {
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: world.now(),
    cancellation_reason: 'automatic',
  })
  world.emit('payment_intent.canceled', canceled)
}
