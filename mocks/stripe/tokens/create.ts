import { behaviour, type Token } from '../api.js'
import type { Cardholder } from '../customers/sources/card.js'
import { invalidRequest, notModelled } from '../errors.js'
import { type BankAccountInput, bankAccountOf, readBankAccount } from '../external-accounts/bank-account.js'
import { legacyBrand } from '../test-cards/legacy-brand.js'
import { type CardFacts, rawCardOf, readRawCard, refuseRawCards } from '../test-cards/raw-card.js'
import type { StripeWorld } from '../world.js'

/**
 * Makes a token of a card or a bank account, as Stripe.js does in a page.
 * @throws tokens of anything else (501), parameter_missing, account_number_invalid, routing_number_invalid (400), raw card numbers from a server (402)  @refuses incorrect_number, invalid_expiry_month, invalid_expiry_year, invalid_cvc (402)
 * @source https://docs.stripe.com/api/tokens/create_card (read 2026-11-24)
 */
export const createToken = behaviour('POST /v1/tokens', ({ body = {}, call }, world) => {
  const { card, bank_account: bank } = body
  if (bank !== undefined) return bankToken(world, bank as BankAccountInput)
  if (card === undefined) {
    if (Object.keys(body).length > 0) throw notModelled(`tokens of ${Object.keys(body).join(', ')}`)
    throw invalidRequest('You must supply either a card, customer, bank account, or personal data to create a token.', {
      code: 'parameter_missing',
    })
  }
  if (typeof card === 'string') throw notModelled('tokens of a card that is saved already')
  refuseRawCards(call, world)
  const facts = readRawCard(rawCardOf(card, 'card'), world)
  const token = world.tokens.insert(tokenOf(world, facts, card))
  world.cardSecrets.insert({
    id: token.id,
    outcome: facts.outcome,
    cvcGiven: facts.cvcGiven,
    setUp: false,
    spent: false,
  })
  return token
})

function bankToken(world: StripeWorld, bank: BankAccountInput): Token {
  const facts = readBankAccount(bank, 'bank_account')
  const {
    account: _,
    default_for_currency: __,
    ...account
  } = bankAccountOf(world.id('ba'), '', facts, { isDefault: false })
  const token = world.tokens.insert({
    id: world.id('btok'),
    object: 'token',
    bank_account: account,
    client_ip: '127.0.0.1',
    created: world.now(),
    livemode: false,
    type: 'bank_account',
    used: false,
  })
  world.bankSecrets.insert({ id: token.id, fails: facts.fails })
  return token
}

/** Name and address are kept, and checked when the card is saved or charged. */
function tokenOf(world: StripeWorld, facts: CardFacts, holder: Cardholder): Token {
  const { brand, country, exp_month, exp_year, fingerprint, funding, last4, cvcGiven } = facts
  return {
    id: world.id('tok'),
    object: 'token',
    card: {
      id: world.id('card'),
      object: 'card',
      address_city: holder.address_city || null,
      address_country: holder.address_country || null,
      address_line1: holder.address_line1 || null,
      address_line1_check: holder.address_line1 ? 'unchecked' : null,
      address_line2: holder.address_line2 || null,
      address_state: holder.address_state || null,
      address_zip: holder.address_zip || null,
      address_zip_check: holder.address_zip ? 'unchecked' : null,
      brand: legacyBrand(brand),
      country,
      cvc_check: cvcGiven ? 'unchecked' : null,
      dynamic_last4: null,
      exp_month,
      exp_year,
      fingerprint,
      funding,
      last4,
      metadata: {},
      name: holder.name || null,
      regulated_status: 'unregulated',
      tokenization_method: null,
    },
    client_ip: '127.0.0.1',
    created: world.now(),
    livemode: false,
    type: 'card',
    used: false,
  }
}
