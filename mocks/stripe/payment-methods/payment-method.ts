import type { CallFacts } from '../../../src/engine/kit.js'
import type { Metadata, PaymentMethod } from '../api.js'
import { invalidRequest, missing } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { cardByName } from '../test-cards/cards.js'
import { type CardFacts, namedCard, type RawCard, readRawCard, refuseRawCards } from '../test-cards/raw-card.js'
import type { StripeWorld } from '../world.js'

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
  readonly allow_redisplay?: PaymentMethod['allow_redisplay']
}

/** Makes a payment method of what a request says. @throws card errors (402), resource_missing (400) */
export function createPaymentMethod(input: PaymentMethodInput, call: CallFacts, world: StripeWorld): PaymentMethod {
  const type = input.type ?? 'card'
  if (type === 'card') return insertCard(world, cardOf(input, call, world), input)
  const details = (input as Record<string, unknown>)[type] as object | undefined
  if (!details) throw invalidRequest(`Missing required param: ${type}.`, { code: 'parameter_missing', param: type })
  return world.paymentMethods.insert({
    ...shell(world, type, input),
    [type]: otherDetails(type, details as Record<string, unknown>),
  } as PaymentMethod)
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
    brand: brand.toLowerCase(),
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
  if (own) return own
  const card = id.startsWith('pm_card_') ? cardByName(id.slice('pm_card_'.length)) : undefined
  if (!card) throw missing('payment_method', id, param, false)
  return insertCard(world, namedCard(card, world), {})
}

/** A card whose number was read, for a page that takes it itself. */
export function insertCard(world: StripeWorld, facts: CardFacts, input: PaymentMethodInput): PaymentMethod {
  const method = world.paymentMethods.insert({ ...shell(world, 'card', input), card: cardDetails(facts) })
  const { outcome, cvcGiven } = facts
  world.cardSecrets.insert({ id: method.id, outcome, cvcGiven, setUp: false, spent: false })
  return method
}

function shell(world: StripeWorld, type: string, input: PaymentMethodInput) {
  return {
    id: world.id('pm'),
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

/** @unverified which of the given fields the other kinds show; the account number never */
function otherDetails(type: string, given: Record<string, unknown>): Record<string, unknown> {
  if (type !== 'us_bank_account') return {}
  const number = String(given.account_number ?? '')
  return {
    account_holder_type: given.account_holder_type ?? 'individual',
    account_type: given.account_type ?? 'checking',
    bank_name: 'STRIPE TEST BANK',
    financial_connections_account: null,
    fingerprint: null,
    last4: number.slice(-4) || null,
    networks: { preferred: 'ach', supported: ['ach'] },
    routing_number: given.routing_number ?? null,
    status_details: {},
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
