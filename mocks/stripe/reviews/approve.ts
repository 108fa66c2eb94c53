import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { closeReview } from './close.js'
import { reviewLifecycle, standingOf } from './review.js'

/**
 * @throws resource_missing (404), a review that is closed (400) @unverified wording  @emits review.closed
 * @source https://docs.stripe.com/api/radar/reviews/approve (read 2026-11-24)
 */
export const approveReview = behaviour('POST /v1/reviews/{review}/approve', ({ params }, world) => {
  const review = world.reviews.get(params.review, 'review')
  if (!reviewLifecycle.allows(standingOf(review), 'approve')) {
    throw invalidRequest(`This review has already been closed (${review.closed_reason}).`)
  }
  return closeReview(world, review, 'approved')
})
