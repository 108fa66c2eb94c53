import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, by status if asked. @source https://docs.stripe.com/api/topups/list (read 2026-11-24) */
export const listTopups = behaviour('GET /v1/topups', ({ query }, world) =>
  list(world.topups, query, {
    url: '/v1/topups',
    filter: query.status === undefined ? undefined : (topup) => topup.status === query.status,
  }),
)
