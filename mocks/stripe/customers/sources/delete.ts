import { behaviour } from '../../api.js'
import type { StripeWorld } from '../../world.js'
import { removeSource } from './remove.js'
import { findSource, sourceOf } from './source.js'

/**
 * Deletes a customer's card or bank account, or detaches a source, which is then consumed.
 * @throws resource_missing (404)  @emits those of `removeSource`
 * @source https://docs.stripe.com/api/cards/delete, https://docs.stripe.com/api/sources/detach (read 2026-11-24)
 */
export const deleteSource = behaviour('DELETE /v1/customers/{customer}/sources/{id}', ({ params }, world) =>
  remove(world, params),
)

/** By an older path. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const deleteCard = behaviour('DELETE /v1/customers/{customer}/cards/{id}', ({ params }, world) =>
  remove(world, params),
)

/** By an older path. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const deleteBankAccount = behaviour('DELETE /v1/customers/{customer}/bank_accounts/{id}', ({ params }, world) =>
  remove(world, params),
)

function remove(world: StripeWorld, { customer: of, id }: { readonly customer: string; readonly id: string }) {
  const customer = world.customers.get(of, 'customer')
  const source = sourceOf(world, customer.id, id)
  removeSource(world, customer, id)
  if (source.object === 'source') return findSource(world, id) ?? source
  const deleted = { id, deleted: true as const }
  return source.object === 'card'
    ? { ...deleted, object: 'card' as const }
    : { ...deleted, object: 'bank_account' as const }
}
