import { accountWorld, afterChange } from '../accounts/connected.js'
import { behaviour, type Metadata } from '../api.js'
import type { StripeWorld } from '../world.js'
import { insertExternalAccount } from './insert.js'

interface CreateInput {
  readonly external_account: string | object
  readonly default_for_currency?: boolean
  readonly metadata?: Metadata
}

/**
 * Adds what a connected account is paid out to.
 * @throws resource_missing (404 and 400), token_already_used, routing_number_invalid (400)  @emits account.external_account.created, account.updated
 * @source https://docs.stripe.com/api/external_account_bank_accounts/create (read 2026-11-24)
 */
export const createExternalAccount = behaviour(
  'POST /v1/accounts/{account}/external_accounts',
  ({ params, body }, world) => add(accountWorld(world, params.account), body as CreateInput),
)

/** The same under its old name. @throws and @emits see `createExternalAccount` @source stripe/openapi of 2024-04-10 */
export const createAccountsBankAccount = behaviour(
  'POST /v1/accounts/{account}/bank_accounts',
  ({ params, body }, world) => add(accountWorld(world, params.account), body as CreateInput),
)

function add(own: StripeWorld, { external_account: given, default_for_currency: isDefault, metadata }: CreateInput) {
  const made = insertExternalAccount(own, given, { isDefault, metadata })
  own.emit('account.external_account.created', made)
  afterChange(own)
  return made
}
