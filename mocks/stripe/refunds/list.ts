import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, of one charge or PaymentIntent if asked. @throws resource_missing (400) @source https://docs.stripe.com/api/refunds/list (read 2026-11-24) */
export const listRefunds = behaviour('GET /v1/refunds', ({ query }, world) => {
  const { charge, payment_intent: intent } = query
  if (charge !== undefined) world.charges.named(charge, 'charge')
  return list(world.refunds, query, {
    url: '/v1/refunds',
    where: charge === undefined ? undefined : ['charge', charge],
    filter: intent === undefined ? undefined : (refund) => refund.payment_intent === intent,
  })
})

/** Those of one charge. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const listChargesRefunds = behaviour('GET /v1/charges/{charge}/refunds', ({ params, query }, world) => {
  const { id } = world.charges.get(params.charge, 'charge')
  return list(world.refunds, query, { url: `/v1/charges/${id}/refunds`, where: ['charge', id] })
})
