import { accountWorld } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import { type ListQuery, list } from '../paging.js'
import type { StripeWorld } from '../world.js'

/** @throws account_invalid (403), resource_missing (400) @source https://docs.stripe.com/api/persons/list (read 2026-11-24) */
export const listPersons = behaviour('GET /v1/accounts/{account}/persons', ({ params, query }, world) =>
  listOf(accountWorld(world, params.account), query as PersonQuery, 'persons'),
)

/** The same under its old name. @throws account_invalid (403), resource_missing (400) @source stripe/openapi of 2024-04-10 */
export const listPeople = behaviour('GET /v1/accounts/{account}/people', ({ params, query }, world) =>
  listOf(accountWorld(world, params.account), query as PersonQuery, 'people'),
)

interface PersonQuery extends ListQuery {
  readonly relationship?: Readonly<Record<string, boolean | undefined>>
}

function listOf(own: StripeWorld, query: PersonQuery, name: string) {
  const { relationship } = query
  const wanted = Object.entries(relationship ?? {})
  return list(own.persons, query, {
    url: `/v1/accounts/${own.account.id}/${name}`,
    filter: (person) => {
      const has = person.relationship as Readonly<Record<string, unknown>> | undefined
      return wanted.every(([role, value]) => has?.[role] === value)
    },
  })
}
