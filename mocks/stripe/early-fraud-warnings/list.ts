import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, of one charge or PaymentIntent if asked. @source https://docs.stripe.com/api/radar/early_fraud_warnings/list (read 2026-11-24) */
export const listWarnings = behaviour('GET /v1/radar/early_fraud_warnings', ({ query }, world) =>
  list(world.earlyFraudWarnings, query, {
    url: '/v1/radar/early_fraud_warnings',
    where: query.charge === undefined ? undefined : ['charge', query.charge],
    filter:
      query.payment_intent === undefined ? undefined : (warning) => warning.payment_intent === query.payment_intent,
  }),
)
