import type { CallFacts } from '../../../src/engine/kit.js'
import type { StripeCaller } from '../auth.js'
import { cardError, invalidRequest } from '../errors.js'
import { fingerprintOf } from '../fingerprint.js'
import type { StripeWorld } from '../world.js'
import { brandOf } from './brand.js'
import { cardByNumber } from './cards.js'
import { DECLINES } from './declines.js'
import type { CardOutcome, TestCard } from './test-card.js'

export interface RawCard {
  readonly number: string
  readonly exp_month: number
  readonly exp_year: number
  readonly cvc?: string
}

/** The number, dates and code of what a request gives under the name `param`. @throws parameter_missing (400) */
export function rawCardOf(given: object, param: string): RawCard {
  const { number, exp_month: month, exp_year: year, cvc } = given as Record<string, string | number | undefined>
  for (const [name, value] of Object.entries({ number, exp_month: month, exp_year: year })) {
    if (value !== undefined) continue
    throw invalidRequest(`Missing required param: ${param}[${name}].`, {
      code: 'parameter_missing',
      param: `${param}[${name}]`,
    })
  }
  return {
    number: String(number),
    exp_month: Number(month),
    exp_year: Number(year),
    ...(cvc !== undefined && { cvc: String(cvc) }),
  }
}

/** A card as the rest of the model takes it. */
export interface CardFacts {
  readonly brand: string
  readonly funding: string
  readonly country: string
  readonly last4: string
  readonly exp_month: number
  readonly exp_year: number
  readonly fingerprint: string
  readonly outcome: CardOutcome
  readonly cvcGiven: boolean
}

/**
 * Stripe refuses card numbers from a server unless the account was let to send them (`stripe.rawCards` in our
 * configuration); a publishable key may send them, as a page does.
 * @throws 402 invalid_request_error @unverified the status
 */
export function refuseRawCards(call: CallFacts, world: StripeWorld): void {
  const { key } = call.caller as StripeCaller
  if (key.kind === 'publishable' || world.setting('rawCards') === true) return
  throw invalidRequest(
    'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://stripe.com/docs/testing. To enable raw card data APIs in test mode, see https://support.stripe.com/questions/enabling-access-to-raw-card-data-apis.',
    { status: 402 },
  )
}

/**
 * Checks a number with its dates and code.
 * @throws incorrect_number, invalid_number, invalid_expiry_month, invalid_expiry_year, invalid_cvc (402)
 * @source https://docs.stripe.com/testing#declined-payments (as captured 2026-08-07)
 */
export function readRawCard(raw: RawCard, world: StripeWorld): CardFacts {
  const number = raw.number.replace(/[ -]/g, '')
  if (!/^\d{13,19}$/.test(number)) {
    throw cardError({
      code: 'invalid_number',
      message: 'The card number is not a valid credit card number.',
      param: 'number',
    })
  }
  const known = cardByNumber(number)
  if (!known && !passesCheckDigit(number)) throw cardError(DECLINES.incorrectNumber)
  checkExpiry(raw, world)
  if (raw.cvc !== undefined && !/^\d{3,4}$/.test(raw.cvc)) {
    throw cardError({ code: 'invalid_cvc', message: "Your card's security code is invalid.", param: 'cvc' })
  }
  if (!known) {
    throw cardError({
      code: 'card_declined',
      decline_code: 'test_mode_live_card',
      message:
        'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
    })
  }
  return factsOf(known, { exp_month: raw.exp_month, exp_year: fullYear(raw.exp_year), cvcGiven: raw.cvc !== undefined })
}

/** A test card with dates a year ahead, as `pm_card_visa` and `tok_visa` have. */
export function namedCard(card: TestCard, world: StripeWorld): CardFacts {
  const now = new Date(world.port.now())
  return factsOf(card, { exp_month: now.getUTCMonth() + 1, exp_year: now.getUTCFullYear() + 1, cvcGiven: true })
}

function factsOf(card: TestCard, given: Pick<CardFacts, 'exp_month' | 'exp_year' | 'cvcGiven'>): CardFacts {
  const { number, names: _, brand: __, funding, country, ...outcome } = card
  return {
    brand: card.brand || brandOf(number),
    funding,
    country,
    last4: number.slice(-4),
    fingerprint: fingerprintOf(number),
    outcome,
    ...given,
  }
}

/** @throws invalid_expiry_month, invalid_expiry_year (402) */
export function checkExpiry(
  { exp_month: month, exp_year: year }: Pick<RawCard, 'exp_month' | 'exp_year'>,
  world: StripeWorld,
): void {
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    throw cardError({
      code: 'invalid_expiry_month',
      message: "Your card's expiration month is invalid.",
      param: 'exp_month',
    })
  }
  const now = new Date(world.port.now())
  const full = fullYear(year)
  const past = full < now.getUTCFullYear() || (full === now.getUTCFullYear() && month < now.getUTCMonth() + 1)
  if (!Number.isInteger(full) || past || full > now.getUTCFullYear() + 50) {
    throw cardError({
      code: 'invalid_expiry_year',
      message: "Your card's expiration year is invalid.",
      param: 'exp_year',
    })
  }
}

export function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year
}

function passesCheckDigit(number: string): boolean {
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i])
    sum += i % 2 === 1 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}
