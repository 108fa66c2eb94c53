import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/radar/reviews/retrieve (read 2026-11-24) */
export const retrieveReview = behaviour('GET /v1/reviews/{review}', ({ params }, world) =>
  world.reviews.get(params.review, 'review'),
)
