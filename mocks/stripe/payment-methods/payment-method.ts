import type { CallFacts } from '../../../src/engine/kit.js'
import type { Metadata, PaymentMethod } from '../api.js'
import { invalidRequest, missing } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { cardByName } from '../test-cards/cards.js'
import { brandOfLegacy } from '../test-cards/legacy-brand.js'
import { type CardFacts, namedCard, type RawCard, readRawCard, refuseRawCards } from '../test-cards/raw-card.js'
import type { StripeWorld } from '../world.js'
import { type BankDebit, givenDebit, namedDebit } from './bank-debit.js'

interface Address {
  city?: string | null
  country?: string | null
  line1?: string | null
  line2?: string | null
  postal_code?: string | null
  state?: string | null
}

export interface BillingDetailsInput {
  readonly address?: Address | ''
  readonly email?: string
  readonly name?: string
  readonly phone?: string
  readonly tax_id?: string
}

/** The part of a create that every kind of payment method shares. `card` holds a number or a token. */
export interface PaymentMethodInput {
  readonly type?: string
  readonly card?: RawCard | { readonly token: string } | Record<string, never>
  readonly billing_details?: BillingDetailsInput
  readonly metadata?: Metadata | ''
  /** A payment method of the platform's, to be copied to the connected account that is acted in. */
  readonly payment_method?: string
  readonly customer?: string
  readonly allow_redisplay?: PaymentMethod['allow_redisplay']
}

/** Makes a payment method of what a request says; those that are no cards or bank accounts show none of their details. @throws card errors (402), resource_missing (400) */
export function createPaymentMethod(input: PaymentMethodInput, call: CallFacts, world: StripeWorld): PaymentMethod {
  if (input.payment_method !== undefined) return cloneMethod(world, input.payment_method, input.customer)
  if (input.customer !== undefined) {
    throw invalidRequest(
      'You cannot attach a PaymentMethod to a Customer during PaymentMethod creation. Please instead create the PaymentMethod and then attach it using the attachment method of the PaymentMethods API.',
    )
  }
  const type = input.type ?? 'card'
  if (type === 'card') return insertCard(world, cardOf(input, call, world), input)
  const details = (input as Record<string, unknown>)[type] as Record<string, unknown> | undefined
  // A cash balance has no details, and a form cannot say that.
  if (!details && type !== 'customer_balance')
    throw invalidRequest(`Missing required param: ${type}.`, { code: 'parameter_missing', param: type })
  if (type === 'us_bank_account' || type === 'sepa_debit')
    return insertDebit(world, givenDebit(type, details ?? {}), input)
  return world.paymentMethods.insert({ ...shell(world, type, input), [type]: {} } as PaymentMethod)
}

function insertDebit(world: StripeWorld, { type, details, outcome, unverified }: BankDebit, input: PaymentMethodInput) {
  const method = world.paymentMethods.insert({ ...shell(world, type, input), [type]: details } as PaymentMethod)
  world.cardSecrets.insert({ id: method.id, outcome, cvcGiven: false, setUp: false, spent: false, unverified })
  return method
}

/**
 * Copies a payment method of the platform's to a connected account, where it can be used once or attached.
 * @throws resource_missing, a request that is not made in a connected account (400) @unverified wording
 * @source https://docs.stripe.com/connect/direct-charges-multiple-accounts (read 2026-11)
 */
function cloneMethod(world: StripeWorld, id: string, customer: string | undefined): PaymentMethod {
  const { platform } = world
  if (world === platform) {
    throw invalidRequest('You can only copy a payment method to a connected account. Send the header Stripe-Account.', {
      param: 'payment_method',
    })
  }
  const original = resolvePaymentMethod(id, platform)
  if (customer !== undefined && original.customer !== customer)
    throw missing('payment_method', id, 'payment_method', false)
  const copy = { ...original, id: world.id('pm'), created: world.now(), customer: null }
  const secrets = platform.cardSecrets.find(original.id)
  if (secrets) world.cardSecrets.insert({ ...secrets, id: copy.id, spent: false })
  return world.paymentMethods.insert(copy)
}

function cardOf({ card }: PaymentMethodInput, call: CallFacts, world: StripeWorld): CardFacts {
  if (!card) throw invalidRequest('Missing required param: card.', { code: 'parameter_missing', param: 'card' })
  if ('token' in card) return cardFromToken(card.token, 'card[token]', world)
  if (card.number === undefined) {
    throw invalidRequest('Missing required param: card[number].', { code: 'parameter_missing', param: 'card[number]' })
  }
  refuseRawCards(call, world)
  return readRawCard(card as RawCard, world)
}

/** @throws resource_missing, token_already_used (400) */
export function cardFromToken(token: string, param: string, world: StripeWorld): CardFacts {
  const named = token.startsWith('tok_') ? cardByName(token.slice('tok_'.length)) : undefined
  if (named) return namedCard(named, world)
  const kept = world.tokens.named(token, param)
  const secrets = world.cardSecrets.find(token)
  if (!kept.card || !secrets) throw missing('token', token, param, false)
  if (kept.used) {
    throw invalidRequest(`You cannot use a Stripe token more than once: ${token}.`, {
      code: 'token_already_used',
      param,
    })
  }
  world.tokens.update(token, { used: true })
  const { brand, country, exp_month, exp_year, fingerprint, funding, last4 } = kept.card
  return {
    brand: brandOfLegacy(brand),
    country: country ?? 'US',
    exp_month,
    exp_year,
    fingerprint: fingerprint ?? '',
    funding,
    last4,
    outcome: secrets.outcome,
    cvcGiven: secrets.cvcGiven,
  }
}

/** The payment method that an id names: one of the world's, or a fresh one for `pm_card_visa` and its like. @throws resource_missing (400) */
export function resolvePaymentMethod(id: string, world: StripeWorld, param = 'payment_method'): PaymentMethod {
  const own = world.paymentMethods.find(id)
  if (own?.customer === null && id.startsWith('src_')) {
    throw invalidRequest('A source must be attached to a customer to be used as a `payment_method`.', { param })
  }
  if (own) return own
  const debit = namedDebit(id)
  if (debit) return insertDebit(world, debit, { billing_details: { email: 'jenny@example.com', name: 'Jenny Rosen' } })
  if (!id.startsWith('pm_card_')) return world.paymentMethods.named(id, param)
  const card = cardByName(id.slice('pm_card_'.length))
  if (!card) throw missing('payment_method', id, param, false)
  return insertCard(world, namedCard(card, world), {})
}

/** A card whose number was read, for a page that takes it itself, or for a source, whose id it then has. */
export function insertCard(
  world: StripeWorld,
  facts: CardFacts,
  input: PaymentMethodInput,
  id?: string,
): PaymentMethod {
  const method = world.paymentMethods.insert({ ...shell(world, 'card', input, id), card: cardDetails(facts) })
  const { outcome, cvcGiven } = facts
  world.cardSecrets.insert({ id: method.id, outcome, cvcGiven, setUp: false, spent: false })
  return method
}

function shell(world: StripeWorld, type: string, input: PaymentMethodInput, id = world.id('pm')) {
  return {
    id,
    object: 'payment_method' as const,
    allow_redisplay: input.allow_redisplay ?? ('unspecified' as const),
    billing_details: billingDetails(input.billing_details),
    created: world.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    type: type as PaymentMethod['type'],
  }
}

function cardDetails({
  brand,
  country,
  exp_month,
  exp_year,
  fingerprint,
  funding,
  last4,
}: CardFacts): NonNullable<PaymentMethod['card']> {
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: null },
    country,
    display_brand: brand,
    exp_month,
    exp_year,
    fingerprint,
    funding,
    generated_from: null,
    last4,
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}

export function billingDetails(input: BillingDetailsInput | undefined, current?: PaymentMethod['billing_details']) {
  const { address, email, name, phone, tax_id } = input ?? {}
  return {
    address: address === undefined ? (current?.address ?? emptyAddress()) : { ...emptyAddress(), ...(address || {}) },
    email: (email ?? current?.email) || null,
    name: (name ?? current?.name) || null,
    phone: (phone ?? current?.phone) || null,
    tax_id: (tax_id ?? current?.tax_id) || null,
  }
}

function emptyAddress() {
  return { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
}
