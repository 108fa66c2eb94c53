import type { Charge } from '../api.js'
import type { StripeWorld } from '../world.js'

/**
 * A payment of elevated risk is put before a person.
 * @emits review.opened  @source https://docs.stripe.com/testing#fraud-prevention (as captured 2026-08-07)
 */
export function openReview(world: StripeWorld, charge: Charge): Charge {
  const review = world.reviews.insert({
    id: world.id('prv'),
    object: 'review',
    billing_zip: charge.billing_details.address?.postal_code ?? null,
    charge: charge.id,
    closed_reason: null,
    created: world.now(),
    ip_address: null,
    ip_address_location: null,
    livemode: false,
    open: true,
    opened_reason: 'rule',
    ...(charge.payment_intent !== null && { payment_intent: charge.payment_intent }),
    reason: 'rule',
    session: null,
  })
  const reviewed = world.charges.update(charge.id, { review: review.id })
  world.emit('review.opened', review)
  return reviewed
}
