import { type BankAccount, behaviour, type Metadata } from '../../api.js'
import { notModelled } from '../../errors.js'
import { bankAccountOf, bankFromToken } from '../../external-accounts/bank-account.js'
import type { StripeWorld } from '../../world.js'

/** Test tokens of accounts that need no verifying. @source https://docs.stripe.com/testing#ach-direct-debit (from memory); @unverified */
const VERIFIED = /^btok_us_verified/

interface SourceInput {
  readonly source: string
  readonly metadata?: Metadata
}

/**
 * Gives a customer a bank account, by a token of one. It is new until it is verified.
 * @throws resource_missing (404, 400), token_already_used (400), cards and sources (501)  @emits customer.source.created
 * @source https://docs.stripe.com/api/customer_bank_accounts/create (read 2026-11-24)
 */
export const createSource = behaviour('POST /v1/customers/{customer}/sources', ({ params, body }, world) =>
  insertBankAccount(world, params.customer, body),
)

/** By its older path. @source https://docs.stripe.com/api/customer_bank_accounts/create (read 2026-11-24) */
export const createBankAccount = behaviour('POST /v1/customers/{customer}/bank_accounts', ({ params, body }, world) =>
  insertBankAccount(world, params.customer, body),
)

function insertBankAccount(world: StripeWorld, customer: string, { source, metadata }: SourceInput): BankAccount {
  world.customers.get(customer, 'customer')
  if (!source.startsWith('btok_')) {
    throw notModelled('cards and sources of a customer (attach a payment method, or give a token of a bank account)')
  }
  const facts = bankFromToken(world, source, 'source')
  const whole = bankAccountOf(world.id('ba'), '', facts, { isDefault: false, metadata })
  // What an account is paid out to has more.
  const { account, available_payout_methods, default_for_currency, future_requirements, requirements, ...shown } = whole
  const status = VERIFIED.test(source) ? 'verified' : 'new'
  const made = world.bankAccounts.insert({ ...shown, customer, status })
  world.bankSecrets.put({ id: made.id, fails: facts.fails })
  world.emit('customer.source.created', made)
  return made
}
