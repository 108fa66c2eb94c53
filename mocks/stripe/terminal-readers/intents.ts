import type { PaymentIntent, SetupIntent } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

/** A PaymentIntent that may be paid at a reader. @throws resource_missing, one for other payment methods (400) @unverified wording of the second */
export function presentedIntent(world: StripeWorld, id: string): PaymentIntent {
  const intent = world.paymentIntents.named(id, 'payment_intent')
  checkPresent(intent.payment_method_types, 'PaymentIntent', 'payment_intent')
  return intent
}

function checkPresent(types: readonly string[], noun: string, param: string): void {
  if (types.includes('card_present')) return
  throw invalidRequest(
    `This ${noun} cannot be processed by a reader: its payment method types (${types.join(', ')}) do not include card_present.`,
    { param },
  )
}

/** @throws intent_invalid_state (400) @source https://docs.stripe.com/terminal/payments/collect-card-payment#avoiding-double-charges (read 2026-11) */
export function checkAwaits({ status }: PaymentIntent): void {
  if (status === 'requires_payment_method') return
  throw invalidState('Payment intent must be in the requires_payment_method state to be processed by a reader.')
}

/** @throws intent_invalid_state (400) @unverified wording */
export function checkConfirmable(world: StripeWorld, { status, payment_method: id }: PaymentIntent): void {
  const method = typeof id === 'string' ? world.paymentMethods.find(id) : undefined
  if (status === 'requires_confirmation' && method?.type === 'card_present') return
  throw invalidState('Payment intent must be in the requires_confirmation state to be confirmed by a reader.')
}

/** @throws intent_invalid_state, one for other payment methods (400) @unverified wording */
export function checkSetup(intent: SetupIntent): void {
  checkPresent(intent.payment_method_types, 'SetupIntent', 'setup_intent')
  if (intent.status === 'requires_payment_method') return
  throw invalidState('Setup intent must be in the requires_payment_method state to be processed by a reader.')
}

/** The failure of an action whose intent was paid or canceled in the meantime. @unverified code and message */
export function overtaken(noun: 'Payment intent' | 'Setup intent') {
  return { code: 'intent_invalid_state', message: `${noun} can no longer be processed by a reader.` }
}

function invalidState(message: string) {
  return invalidRequest(message, { code: 'intent_invalid_state' })
}
