import { accountWorld, afterChange } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { externalAccounts } from './default.js'
import { externalAccountOf } from './retrieve.js'

/**
 * @throws resource_missing (404), the default of a currency that has others (400) @unverified wording  @emits account.external_account.deleted
 * @source https://docs.stripe.com/api/external_account_bank_accounts/delete (read 2026-11-24)
 */
export const deleteExternalAccount = behaviour(
  'DELETE /v1/accounts/{account}/external_accounts/{id}',
  ({ params }, world) => remove(accountWorld(world, params.account), params.id),
)

/** The same under its old name. @throws resource_missing (404) @emits account.external_account.deleted @source stripe/openapi of 2024-04-10 */
export const deleteAccountsBankAccount = behaviour(
  'DELETE /v1/accounts/{account}/bank_accounts/{id}',
  ({ params }, world) => remove(accountWorld(world, params.account), params.id),
)

function remove(own: StripeWorld, id: string) {
  const account = externalAccountOf(own, id)
  const others = externalAccounts(own).some((each) => each.id !== id && each.currency === account.currency)
  if (account.default_for_currency && others) {
    throw invalidRequest(
      'You cannot delete the default external account for your default currency. Please make another external account the default using the `default_for_currency` param, and then delete this one.',
    )
  }
  if (account.object === 'card') own.externalCards.delete(id)
  else own.bankAccounts.delete(id)
  own.bankSecrets.delete(id)
  own.emit('account.external_account.deleted', account)
  afterChange(own)
  return { id, object: account.object, currency: account.currency ?? null, deleted: true as const }
}
