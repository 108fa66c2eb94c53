import type { Charge, Review } from '../api.js'
import type { StripeWorld } from '../world.js'

type Reason = NonNullable<Review['closed_reason']>

/** A payment that was refunded or disputed needs no review any more. @emits review.closed */
export function closeReviewOf(world: StripeWorld, charge: Charge, reason: Reason): void {
  const review = charge.review === null ? undefined : world.reviews.find(charge.review as string)
  if (review?.open) closeReview(world, review, reason)
}

/** @emits review.closed */
export function closeReview(world: StripeWorld, review: Review, reason: Reason): Review {
  const closed = world.reviews.update(review.id, { open: false, closed_reason: reason, reason })
  world.emit('review.closed', closed, review)
  const charge = world.charges.find(review.charge as string)
  if (charge) world.charges.update(charge.id, { review: null })
  const intent = charge?.payment_intent ? world.paymentIntents.find(charge.payment_intent as string) : undefined
  if (intent) world.paymentIntents.update(intent.id, { review: null })
  return closed
}
