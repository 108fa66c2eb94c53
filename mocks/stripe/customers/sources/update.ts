import { type BankAccount, behaviour, type Card, type Metadata } from '../../api.js'
import { checksOf } from '../../charges/checks.js'
import { mergeMetadata } from '../../metadata.js'
import { secretsOf } from '../../payment-intents/method-in-use.js'
import { billingDetails } from '../../payment-methods/payment-method.js'
import { changeSource, type OwnerInput } from '../../sources/source.js'
import { checkExpiry, fullYear } from '../../test-cards/raw-card.js'
import { optional } from '../../unset.js'
import type { StripeWorld } from '../../world.js'
import { billingOf, type Cardholder, cardOf } from './card.js'
import { sourceOf } from './source.js'

interface UpdateInput extends Cardholder {
  readonly account_holder_name?: string
  readonly account_holder_type?: string
  readonly exp_month?: string
  readonly exp_year?: string
  readonly metadata?: Metadata | ''
  readonly owner?: OwnerInput
}

/**
 * Changes the name, address and dates of a customer's card, or who holds a bank account.
 * @throws resource_missing (404)  @refuses invalid_expiry_month, invalid_expiry_year (402)  @emits customer.source.updated
 * @source https://docs.stripe.com/api/cards/update, https://docs.stripe.com/api/customer_bank_accounts/update (read 2026-11-24);
 * @unverified that a changed address is checked at once
 */
export const updateSource = behaviour('POST /v1/customers/{customer}/sources/{id}', ({ params, body = {} }, world) =>
  change(world, params, body),
)

/** By an older path. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const updateCard = behaviour('POST /v1/customers/{customer}/cards/{id}', ({ params, body = {} }, world) =>
  change(world, params, body),
)

/** By an older path. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const updateBankAccount = behaviour(
  'POST /v1/customers/{customer}/bank_accounts/{id}',
  ({ params, body = {} }, world) => change(world, params, body),
)

function change(world: StripeWorld, { customer, id }: { customer: string; id: string }, input: UpdateInput) {
  const before = sourceOf(world, world.customers.get(customer, 'customer').id, id)
  if (before.object === 'source') return changeSource(world, before, input)
  const after = before.object === 'card' ? changeCard(world, id, input) : changeBankAccount(world, before, input)
  world.emit('customer.source.updated', after, before)
  return after
}

function changeCard(world: StripeWorld, id: string, input: UpdateInput): Card {
  const method = world.paymentMethods.get(id, 'id')
  const { card } = method
  const dates = {
    exp_month: Number(input.exp_month ?? card?.exp_month),
    exp_year: fullYear(Number(input.exp_year ?? card?.exp_year)),
  }
  if (input.exp_month !== undefined || input.exp_year !== undefined) checkExpiry(dates, world)
  const changed = {
    ...method,
    billing_details: billingDetails(billingOf(input, method.billing_details), method.billing_details),
  }
  const checks = checksOf(changed, secretsOf(world, method))
  return cardOf(
    world.paymentMethods.update(id, {
      billing_details: input.name === '' ? { ...changed.billing_details, name: null } : changed.billing_details,
      metadata: mergeMetadata(method.metadata as Metadata | null, input.metadata),
      ...(card && { card: { ...card, ...dates, checks } }),
    }),
  )
}

function changeBankAccount(world: StripeWorld, account: BankAccount, input: UpdateInput): BankAccount {
  return world.bankAccounts.update(account.id, {
    account_holder_name: optional(input.account_holder_name, account.account_holder_name),
    account_holder_type: optional(input.account_holder_type, account.account_holder_type),
    metadata: mergeMetadata(account.metadata as Metadata | null, input.metadata),
  })
}
