import { accountWorld } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import { missing } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { type ExternalAccount, externalAccounts } from './default.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/external_account_bank_accounts/retrieve (read 2026-11-24) */
export const retrieveExternalAccount = behaviour(
  'GET /v1/accounts/{account}/external_accounts/{id}',
  ({ params }, world) => externalAccountOf(accountWorld(world, params.account), params.id),
)

/** The same under its old name. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const retrieveAccountsBankAccount = behaviour(
  'GET /v1/accounts/{account}/bank_accounts/{id}',
  ({ params }, world) => externalAccountOf(accountWorld(world, params.account), params.id),
)

/** @throws resource_missing (404) */
export function externalAccountOf(own: StripeWorld, id: string): ExternalAccount {
  const found = externalAccounts(own).find((each) => each.id === id)
  if (!found) throw missing('external account', id, 'id', true)
  return found
}
