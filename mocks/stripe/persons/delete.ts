import { accountWorld, afterChange } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import type { StripeWorld } from '../world.js'

/** @throws account_invalid (403), resource_missing (404)  @emits person.deleted, account.updated  @source https://docs.stripe.com/api/persons/delete (read 2026-11-24) */
export const deletePerson = behaviour('DELETE /v1/accounts/{account}/persons/{person}', ({ params }, world) =>
  remove(accountWorld(world, params.account), params.person),
)

/** The same under its old name. @throws account_invalid (403), resource_missing (404) @emits see `deletePerson` @source stripe/openapi of 2024-04-10 */
export const deletePeople = behaviour('DELETE /v1/accounts/{account}/people/{person}', ({ params }, world) =>
  remove(accountWorld(world, params.account), params.person),
)

function remove(own: StripeWorld, id: string) {
  const person = own.persons.get(id, 'person')
  own.persons.delete(id)
  own.emit('person.deleted', person)
  afterChange(own)
  return { id, object: 'person' as const, deleted: true as const }
}
