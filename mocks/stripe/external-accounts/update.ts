import { accountWorld } from '../accounts/connected.js'
import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'
import { clearDefault } from './insert.js'
import { externalAccountOf } from './retrieve.js'

interface UpdateInput {
  readonly account_holder_name?: string
  readonly account_holder_type?: string
  readonly default_for_currency?: boolean
  readonly exp_month?: string
  readonly exp_year?: string
  readonly metadata?: Metadata | ''
}

/**
 * @throws resource_missing (404)  @emits account.external_account.updated
 * @source https://docs.stripe.com/api/external_account_bank_accounts/update (read 2026-11-24)
 */
export const updateExternalAccount = behaviour(
  'POST /v1/accounts/{account}/external_accounts/{id}',
  ({ params, body = {} }, world) => change(accountWorld(world, params.account), params.id, body as UpdateInput),
)

/** The same under its old name. @throws resource_missing (404) @emits account.external_account.updated @source stripe/openapi of 2024-04-10 */
export const updateAccountsBankAccount = behaviour(
  'POST /v1/accounts/{account}/bank_accounts/{id}',
  ({ params, body = {} }, world) => change(accountWorld(world, params.account), params.id, body as UpdateInput),
)

function change(own: StripeWorld, id: string, input: UpdateInput) {
  const account = externalAccountOf(own, id)
  const { default_for_currency: isDefault, metadata, exp_month: month, exp_year: year } = input
  if (isDefault) clearDefault(own, account.currency ?? 'usd')
  const shared = {
    metadata: mergeMetadata(account.metadata as Metadata | null, metadata),
    ...(isDefault && { default_for_currency: true }),
  }
  const updated =
    account.object === 'card'
      ? own.externalCards.update(id, {
          ...shared,
          ...(month !== undefined && { exp_month: Number(month) }),
          ...(year !== undefined && { exp_year: Number(year) }),
        })
      : own.bankAccounts.update(id, {
          ...shared,
          ...(input.account_holder_name !== undefined && { account_holder_name: input.account_holder_name || null }),
          ...(input.account_holder_type !== undefined && { account_holder_type: input.account_holder_type || null }),
        })
  own.emit('account.external_account.updated', updated, account)
  return updated
}
