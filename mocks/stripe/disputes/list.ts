import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, of one charge or PaymentIntent if asked. @source https://docs.stripe.com/api/disputes/list (read 2026-11-24) */
export const listDisputes = behaviour('GET /v1/disputes', ({ query }, world) =>
  list(world.disputes, query, {
    url: '/v1/disputes',
    where: query.charge === undefined ? undefined : ['charge', query.charge],
    filter:
      query.payment_intent === undefined ? undefined : (dispute) => dispute.payment_intent === query.payment_intent,
  }),
)
