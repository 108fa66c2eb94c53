import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, of one customer or PaymentIntent if asked. @source https://docs.stripe.com/api/charges/list (read 2026-11-24) */
export const listCharges = behaviour('GET /v1/charges', ({ query }, world) => {
  const { customer, payment_intent: intent, transfer_group: group } = query
  return list(world.charges, query, {
    url: '/v1/charges',
    where:
      intent !== undefined ? ['payment_intent', intent] : customer !== undefined ? ['customer', customer] : undefined,
    filter: (charge) =>
      (group === undefined || charge.transfer_group === group) &&
      (customer === undefined || charge.customer === customer),
  })
})
