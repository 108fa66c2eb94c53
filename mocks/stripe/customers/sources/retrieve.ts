import { behaviour } from '../../api.js'
import { missing } from '../../errors.js'
import { sourceOf } from './source.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/cards/retrieve (read 2026-11-24) */
export const retrieveSource = behaviour('GET /v1/customers/{customer}/sources/{id}', ({ params }, world) =>
  sourceOf(world, world.customers.get(params.customer, 'customer').id, params.id),
)

/** By an older path, which knows cards alone. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const retrieveCard = behaviour('GET /v1/customers/{customer}/cards/{id}', ({ params }, world) => {
  const source = sourceOf(world, world.customers.get(params.customer, 'customer').id, params.id)
  if (source.object !== 'card') throw missing('source', params.id, 'id', true)
  return source
})

/** By an older path, which knows bank accounts alone. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const retrieveBankAccount = behaviour('GET /v1/customers/{customer}/bank_accounts/{id}', ({ params }, world) => {
  const source = sourceOf(world, world.customers.get(params.customer, 'customer').id, params.id)
  if (source.object !== 'bank_account') throw missing('source', params.id, 'id', true)
  return source
})
