import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, by e-mail if asked. @source https://docs.stripe.com/api/customers/list (read 2026-11-24) */
export const listCustomers = behaviour('GET /v1/customers', ({ query }, world) =>
  list(world.customers, query, {
    url: '/v1/customers',
    where: query.email === undefined ? undefined : ['email', query.email],
    filter: query.test_clock === undefined ? undefined : (customer) => customer.test_clock === query.test_clock,
  }),
)
