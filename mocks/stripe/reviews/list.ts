import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** The open ones, newest first. @source https://docs.stripe.com/api/radar/reviews/list (read 2026-11-24) */
export const listReviews = behaviour('GET /v1/reviews', ({ query }, world) =>
  list(world.reviews, query, { url: '/v1/reviews', filter: ({ open }) => open }),
)
