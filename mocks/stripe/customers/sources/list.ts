import { behaviour } from '../../api.js'
import { invalidRequest } from '../../errors.js'
import { type ListQuery, listWithin } from '../../paging.js'
import { type CustomerSource, sourcesOf } from './source.js'

/**
 * Lists a customer's sources, of one kind if asked.
 * @throws resource_missing (404, and 400 for a cursor) @source https://docs.stripe.com/api/cards/list (read 2026-11-24)
 */
export const listSources = behaviour('GET /v1/customers/{customer}/sources', ({ params, query }, world) => {
  const customer = world.customers.get(params.customer, 'customer')
  const found = sourcesOf(world, customer).filter(({ object }) => (query.object ?? object) === object)
  return pageOf(found, query, { customer: customer.id, kind: 'source' })
})

/** By an older path. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const listCards = behaviour('GET /v1/customers/{customer}/cards', ({ params, query }, world) => {
  const customer = world.customers.get(params.customer, 'customer')
  const found = sourcesOf(world, customer).filter((source) => source.object === 'card')
  return pageOf(found, query, { customer: customer.id, kind: 'card' })
})

/** By an older path. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const listBankAccounts = behaviour('GET /v1/customers/{customer}/bank_accounts', ({ params, query }, world) => {
  const customer = world.customers.get(params.customer, 'customer')
  const found = sourcesOf(world, customer).filter((source) => source.object === 'bank_account')
  return pageOf(found, query, { customer: customer.id, kind: 'bank_account' })
})

/** @source the sentence about a cursor: https://github.com/estuary/connectors/issues/1790 */
function pageOf<S extends CustomerSource>(
  found: readonly S[],
  query: Omit<ListQuery, 'created'>,
  { customer, kind }: { readonly customer: string; readonly kind: 'source' | 'card' | 'bank_account' },
) {
  for (const param of ['starting_after', 'ending_before'] as const) {
    const cursor = query[param]
    if (cursor === undefined || found.some(({ id }) => id === cursor)) continue
    throw invalidRequest(`Customer ${customer} does not have ${kind.replace('_', ' ')} with ID ${cursor}`, {
      code: 'resource_missing',
      param,
    })
  }
  return listWithin(found, query, `/v1/customers/${customer}/${kind}s`)
}
