import { accountWorld } from '../accounts/connected.js'
import { behaviour } from '../api.js'

/** @throws account_invalid (403), resource_missing (404) @source https://docs.stripe.com/api/persons/retrieve (read 2026-11-24) */
export const retrievePerson = behaviour('GET /v1/accounts/{account}/persons/{person}', ({ params }, world) =>
  accountWorld(world, params.account).persons.get(params.person, 'person'),
)

/** The same under its old name. @throws account_invalid (403), resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const retrievePeople = behaviour('GET /v1/accounts/{account}/people/{person}', ({ params }, world) =>
  accountWorld(world, params.account).persons.get(params.person, 'person'),
)
