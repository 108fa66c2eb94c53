import { accountWorld, afterChange } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import type { StripeWorld } from '../world.js'
import { mergePerson } from './person.js'

/** @throws account_invalid (403), resource_missing (404)  @emits person.updated, account.updated  @source https://docs.stripe.com/api/persons/update (read 2026-11-24) */
export const updatePerson = behaviour('POST /v1/accounts/{account}/persons/{person}', ({ params, body = {} }, world) =>
  change(accountWorld(world, params.account), params.person, body),
)

/** The same under its old name. @throws account_invalid (403), resource_missing (404) @emits see `updatePerson` @source stripe/openapi of 2024-04-10 */
export const updatePeople = behaviour('POST /v1/accounts/{account}/people/{person}', ({ params, body = {} }, world) =>
  change(accountWorld(world, params.account), params.person, body as object),
)

function change(own: StripeWorld, id: string, given: object) {
  const person = own.persons.get(id, 'person')
  const updated = own.persons.put(mergePerson(person, { ...given }))
  own.emit('person.updated', updated, person)
  afterChange(own)
  return updated
}
