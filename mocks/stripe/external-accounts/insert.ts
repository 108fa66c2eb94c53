import type { Metadata } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { cardFromToken } from '../payment-methods/payment-method.js'
import type { StripeWorld } from '../world.js'
import { type BankAccountInput, type BankFacts, bankAccountOf, bankFromToken, readBankAccount } from './bank-account.js'
import { defaultAccount, type ExternalAccount, externalAccounts } from './default.js'

export interface ExternalAccountOptions {
  readonly isDefault?: boolean | undefined
  readonly metadata?: Metadata | '' | undefined
}

/**
 * Adds a bank account or a debit card to the account of `world`: given whole, or as a token of one.
 * @throws resource_missing, token_already_used, parameter_missing, routing_number_invalid (400)
 */
export function insertExternalAccount(
  world: StripeWorld,
  given: string | object,
  options: ExternalAccountOptions = {},
): ExternalAccount {
  const param = 'external_account'
  if (typeof given !== 'string') return insertGiven(world, given as Record<string, unknown>, options)
  if (given.startsWith('btok_')) return insertBank(world, bankFromToken(holderOf(world, given), given, param), options)
  return insertCard(world, given, options)
}

/** The platform makes a token with its own key, and gives it to the account. */
function holderOf(world: StripeWorld, token: string): StripeWorld {
  return world.tokens.find(token) ? world : world.platform
}

function insertGiven(world: StripeWorld, given: Record<string, unknown>, options: ExternalAccountOptions) {
  if (given.object === 'bank_account') {
    return insertBank(world, readBankAccount(given as unknown as BankAccountInput, 'external_account'), options)
  }
  if (typeof given.token === 'string') return insertCard(world, given.token, options)
  throw invalidRequest('Missing required param: external_account[token].', {
    code: 'parameter_missing',
    param: 'external_account[token]',
  })
}

function insertBank(world: StripeWorld, facts: BankFacts, { isDefault, metadata }: ExternalAccountOptions) {
  const first = defaultAccount(world, facts.currency) === undefined
  if (isDefault) clearDefault(world, facts.currency)
  const made = world.bankAccounts.insert(
    bankAccountOf(world.id('ba'), world.account.id, facts, { isDefault: isDefault ?? first, metadata }),
  )
  world.bankSecrets.put({ id: made.id, fails: facts.fails })
  return made
}

function insertCard(world: StripeWorld, token: string, { isDefault, metadata }: ExternalAccountOptions) {
  const { brand, country, exp_month, exp_year, fingerprint, funding, last4 } = cardFromToken(
    token,
    'external_account',
    holderOf(world, token),
  )
  if (funding !== 'debit') {
    throw invalidRequest('Only a debit card can be added as an external account.', { param: 'external_account' })
  }
  const currency = world.account.default_currency ?? 'usd'
  const first = defaultAccount(world, currency) === undefined
  if (isDefault) clearDefault(world, currency)
  return world.externalCards.insert({
    id: world.id('card'),
    object: 'card',
    account: world.account.id,
    address_city: null,
    address_country: null,
    address_line1: null,
    address_line1_check: null,
    address_line2: null,
    address_state: null,
    address_zip: null,
    address_zip_check: null,
    allow_redisplay: 'unspecified',
    available_payout_methods: ['standard', 'instant'],
    brand,
    country,
    currency,
    cvc_check: null,
    default_for_currency: isDefault ?? first,
    dynamic_last4: null,
    exp_month,
    exp_year,
    fingerprint,
    funding,
    last4,
    metadata: mergeMetadata({}, metadata),
    name: null,
    regulated_status: 'unregulated',
    tokenization_method: null,
  })
}

/** There is one default a currency. */
export function clearDefault(world: StripeWorld, currency: string): void {
  for (const each of externalAccounts(world)) {
    if (each.currency !== currency || !each.default_for_currency) continue
    if (each.object === 'card') world.externalCards.update(each.id, { default_for_currency: false })
    else world.bankAccounts.update(each.id, { default_for_currency: false })
  }
}
