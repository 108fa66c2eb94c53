import { behaviour } from '../api.js'

/**
 * One that was deleted is answered with 200 and `deleted`.
 * @throws resource_missing (404) @source https://docs.stripe.com/api/customers/retrieve (read 2026-11-24)
 */
export const retrieveCustomer = behaviour('GET /v1/customers/{customer}', ({ params }, world) => {
  if (world.deletedCustomers.find(params.customer)) {
    return { id: params.customer, object: 'customer' as const, deleted: true as const }
  }
  return world.customers.get(params.customer, 'customer')
})
