import { accountWorld, afterChange } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import type { StripeWorld } from '../world.js'
import { newPerson } from './person.js'

/**
 * Adds somebody who stands for, owns or runs a connected account.
 * @throws account_invalid (403)  @emits person.created, account.updated  @source https://docs.stripe.com/api/persons/create (read 2026-11-24)
 */
export const createPerson = behaviour('POST /v1/accounts/{account}/persons', ({ params, body = {} }, world) =>
  add(accountWorld(world, params.account), body),
)

/** The same under its old name. @throws account_invalid (403)  @emits see `createPerson` @source stripe/openapi of 2024-04-10 */
export const createPeople = behaviour('POST /v1/accounts/{account}/people', ({ params, body = {} }, world) =>
  add(accountWorld(world, params.account), body as object),
)

function add(own: StripeWorld, given: object) {
  const person = own.persons.insert(newPerson(own, { ...given }))
  own.emit('person.created', person)
  afterChange(own)
  return person
}
