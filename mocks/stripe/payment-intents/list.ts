import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, of one customer if asked. @source https://docs.stripe.com/api/payment_intents/list (read 2026-11-24) */
export const listPaymentIntents = behaviour('GET /v1/payment_intents', ({ query }, world) =>
  list(world.paymentIntents, query, {
    url: '/v1/payment_intents',
    where: query.customer === undefined ? undefined : ['customer', query.customer],
  }),
)
