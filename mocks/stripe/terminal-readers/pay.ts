import type { Charge, PaymentIntent, PaymentMethod, Reader } from '../api.js'
import { resultOf } from '../charges/outcome.js'
import { docUrl } from '../errors.js'
import type { Door } from '../pages/origin.js'
import { chargeIntent } from '../payment-intents/attempt.js'
import { failIntent } from '../payment-intents/failure.js'
import { declineFields } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'
import { generateCard, keepGenerated, outcomeFor } from './present-card.js'
import { declinedBy, fail, type ReaderAction, succeed } from './reader.js'

interface Payment {
  readonly method: PaymentMethod
  /** What the customer adds at the reader, in minor units. */
  readonly tip: number
  readonly door: Door
}

/**
 * Charges a card that was held to a reader.
 * @emits charge.succeeded and payment_intent.succeeded (or .amount_capturable_updated), or charge.failed and payment_intent.payment_failed;
 * then terminal.reader.action_succeeded or terminal.reader.action_failed
 */
export function payPresented(world: StripeWorld, reader: Reader, intent: PaymentIntent, payment: Payment): Reader {
  const { method, door } = payment
  const tipped = withTip(world, intent, payment.tip)
  const outcome = outcomeFor(world, method, tipped.amount)
  const secrets = { id: method.id, outcome, cvcGiven: false, setUp: false, spent: true }
  const generatedCard = resultOf(outcome).decline ? null : cardToKeep(world, tipped, method)
  const present = { reader: reader.id, location: reader.location as string | null, generatedCard }
  const how = { method, secrets, authenticated: false, call: door, present }
  const { charge, decline } = chargeIntent(world, tipped, how)
  if (decline) {
    const failed = failIntent(world, tipped, method, decline, charge)
    const { code, message } = decline
    const error: ReaderAction['api_error'] = {
      charge: charge.id,
      code: code as NonNullable<NonNullable<ReaderAction['api_error']>['code']>,
      ...declineFields(decline),
      doc_url: docUrl(code),
      message,
      payment_intent: failed,
      payment_method: method,
      type: 'card_error',
    }
    return fail(world, reader, declinedBy(decline, error))
  }
  if (generatedCard !== null)
    keepGenerated(world, generatedCard, tipped.customer as string | null, generatedFrom(charge))
  return succeed(world, reader)
}

/** @source https://docs.stripe.com/terminal/features/collecting-tips/on-reader (read 2026-11) */
function withTip(world: StripeWorld, intent: PaymentIntent, tip: number): PaymentIntent {
  if (tip === 0) return intent
  return world.paymentIntents.update(intent.id, {
    amount: intent.amount + tip,
    amount_details: { ...intent.amount_details, tip: { amount: tip } },
  })
}

/** A payment with `setup_future_usage` leaves a card for payments on line. */
function cardToKeep(world: StripeWorld, intent: PaymentIntent, { id, card_present: card }: PaymentMethod) {
  if (intent.setup_future_usage === null || !card) return null
  const { brand, country, exp_month, exp_year, fingerprint, funding, last4 } = card
  const facts = { exp_month, exp_year, outcome: world.cardSecrets.find(id)?.outcome ?? {}, cvcGiven: false }
  const texts = { brand: brand ?? '', country: country ?? '', fingerprint: fingerprint ?? '' }
  return generateCard(world, { ...facts, ...texts, funding: funding ?? '', last4: last4 ?? '' }).id
}

function generatedFrom({ id, payment_method_details: details }: Charge) {
  const held = details?.card_present
  return {
    charge: id,
    payment_method_details: held ? { card_present: held, type: 'card_present' } : null,
    setup_attempt: null,
  }
}
