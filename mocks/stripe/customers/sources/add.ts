import type { CallFacts } from '../../../../src/engine/kit.js'
import type { BankAccount, Card, Metadata, Source } from '../../api.js'
import { checksOf } from '../../charges/checks.js'
import { cardError, invalidRequest } from '../../errors.js'
import {
  type BankAccountInput,
  type BankFacts,
  bankAccountOf,
  bankFromToken,
  readBankAccount,
} from '../../external-accounts/bank-account.js'
import { secretsOf } from '../../payment-intents/method-in-use.js'
import { showSource } from '../../sources/source.js'
import type { StripeWorld } from '../../world.js'
import { cardOf } from './card.js'
import { cardOfNumber, cardOfToken, type GivenCard, keepCard } from './given-card.js'
import { type CustomerSource, sourceIds } from './source.js'

/** Test tokens of accounts that need no verifying. @source https://docs.stripe.com/testing#ach-direct-debit (from memory); @unverified */
const VERIFIED = /^btok_us_verified/

/** What a request says of a source that a customer is to have. */
export interface SourceInput {
  /** The id of a token or of a source, or a card or bank account given whole. */
  readonly source: string | { readonly object?: string }
  readonly metadata?: Metadata
  /** Whether the bank is asked about a card; default yes. */
  readonly validate?: boolean
  /** None where nobody calls: sample data. */
  readonly call?: CallFacts | undefined
}

/**
 * Gives a customer a source, and tells nobody yet: see `tellAdded`.
 * @throws resource_missing, token_already_used, parameter_missing (400), a card that is declined (402), raw card numbers from a server (402)
 */
export function addSource(world: StripeWorld, customer: string, input: SourceInput): CustomerSource {
  const added = made(world, customer, input)
  world.sourceOrders.put({ id: customer, ids: [...sourceIds(world, customer), added.id] })
  return added
}

/** @emits payment_method.attached, customer.source.created */
export function tellAdded(world: StripeWorld, added: CustomerSource): void {
  const method = world.paymentMethods.find(added.id)
  if (method) world.emit('payment_method.attached', method)
  world.emit('customer.source.created', added)
}

function made(world: StripeWorld, customer: string, input: SourceInput): CustomerSource {
  const { source: given, metadata, call } = input
  if (typeof given !== 'string') {
    if (given.object === 'bank_account') {
      const facts = readBankAccount(given as unknown as BankAccountInput, 'source')
      return addBankAccount(world, customer, facts, { metadata, status: 'new' })
    }
    return addCard(world, customer, cardOfNumber(world, given, call), input)
  }
  if (given.startsWith('src_')) return attachSource(world, customer, given, input)
  if (!given.startsWith('btok_')) return addCard(world, customer, cardOfToken(world, given), input)
  const status = VERIFIED.test(given) ? 'verified' : 'new'
  return addBankAccount(world, customer, bankFromToken(world, given, 'source'), { metadata, status })
}

function addBankAccount(
  world: StripeWorld,
  customer: string,
  facts: BankFacts,
  { metadata, status }: { readonly metadata: Metadata | undefined; readonly status: string },
): BankAccount {
  const whole = bankAccountOf(world.id('ba'), '', facts, { isDefault: false, metadata })
  // What an account is paid out to has more.
  const { account, available_payout_methods, default_for_currency, future_requirements, requirements, ...shown } = whole
  const kept = world.bankAccounts.insert({ ...shown, customer, status })
  world.bankSecrets.put({ id: kept.id, fails: facts.fails })
  return kept
}

function addCard(world: StripeWorld, customer: string, card: GivenCard, { metadata, validate }: SourceInput): Card {
  const { id } = keepCard(world, card, metadata)
  return cardOf(attachCard(world, id, customer, validate))
}

/** Asks the bank about a card, and gives it to a customer. @throws card_declined and its kin (402) */
function attachCard(world: StripeWorld, id: string, customer: string, validate = true) {
  const method = world.paymentMethods.named(id, 'source')
  const secrets = secretsOf(world, method)
  if (!validate || !method.card) return world.paymentMethods.update(id, { customer })
  if (secrets.outcome.decline) throw cardError(secrets.outcome.decline)
  return world.paymentMethods.update(id, { customer, card: { ...method.card, checks: checksOf(method, secrets) } })
}

/** @throws resource_missing, a source that was used, can be used once, or is somebody's (400) @unverified wording of the last two */
function attachSource(world: StripeWorld, customer: string, id: string, { validate }: SourceInput): Source {
  const source = world.sources.named(id, 'source')
  if (source.status === 'consumed') throw consumed()
  if (source.customer !== undefined || source.usage === 'single_use') {
    throw invalidRequest(
      source.customer === undefined
        ? 'This source can be used once only, and cannot be attached to a customer.'
        : 'This source is attached to a customer already.',
      { param: 'source' },
    )
  }
  attachCard(world, id, customer, validate)
  return showSource(world, world.sources.update(id, { customer }))
}

/** @source the sentence as seen in answers of Stripe's of 2018 to 2022 */
export function consumed() {
  return invalidRequest(
    'The reusable source you provided is consumed because it was previously charged without being attached to a customer or was detached from a customer. To charge a reusable source multiple time you must attach it to a customer first.',
    { param: 'source' },
  )
}
