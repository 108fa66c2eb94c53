import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, of one customer or payment method if asked. @source https://docs.stripe.com/api/setup_intents/list (read 2026-11-24) */
export const listSetupIntents = behaviour('GET /v1/setup_intents', ({ query }, world) =>
  list(world.setupIntents, query, {
    url: '/v1/setup_intents',
    where: query.customer === undefined ? undefined : ['customer', query.customer],
    filter: query.payment_method === undefined ? undefined : (intent) => intent.payment_method === query.payment_method,
  }),
)
