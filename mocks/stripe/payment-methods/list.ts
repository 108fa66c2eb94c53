import { behaviour } from '../api.js'
import { list } from '../paging.js'

/**
 * Lists payment methods, of one customer or of those that have none.
 * @throws resource_missing (400) @source https://docs.stripe.com/api/payment_methods/list (read 2026-11-24)
 */
export const listMethods = behaviour('GET /v1/payment_methods', ({ query }, world) => {
  const { customer, type } = query
  if (customer !== undefined) world.customers.named(customer, 'customer')
  return list(world.paymentMethods, query, {
    url: '/v1/payment_methods',
    where: ['customer', customer ?? null],
    filter: type === undefined ? undefined : (method) => method.type === type,
  })
})

/** @throws resource_missing (404) @source https://docs.stripe.com/api/payment_methods/customer_list (read 2026-11-24) */
export const listCustomersMethods = behaviour(
  'GET /v1/customers/{customer}/payment_methods',
  ({ params, query }, world) => {
    const { id } = world.customers.get(params.customer, 'customer')
    const { type } = query
    return list(world.paymentMethods, query, {
      url: `/v1/customers/${id}/payment_methods`,
      where: ['customer', id],
      filter: type === undefined ? undefined : (method) => method.type === type,
    })
  },
)
