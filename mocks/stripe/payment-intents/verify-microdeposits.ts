import type { CallFacts } from '../../../src/engine/kit.js'
import { behaviour, type PaymentIntent } from '../api.js'
import { checkClientSecret } from '../keys/client-secret.js'
import { moveMandate } from '../mandates/create.js'
import { type Answer, judge, markVerified } from '../payment-methods/microdeposits.js'
import type { Decline } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'
import { debit } from './debit.js'
import { failIntent, refuse } from './failure.js'
import { secretsOf } from './method-in-use.js'
import { checkAllowed, unexpectedState } from './payment-intent.js'

/**
 * Says what two small deposits were, or the code that came with one; a verified account is debited. A page may, with the client secret.
 * @throws resource_missing (404), payment_intent_unexpected_state, and those of `judge` (400)  @refuses payment_method_microdeposit_verification_attempts_exceeded and its kin (402)
 * @emits those of `debit`, or payment_intent.payment_failed  @source https://docs.stripe.com/api/payment_intents/verify_microdeposits (read 2026-11-24)
 */
export const verifyPayment = behaviour(
  'POST /v1/payment_intents/{intent}/verify_microdeposits',
  ({ params, body = {}, call }, world) => {
    const intent = world.paymentIntents.get(params.intent, 'intent')
    checkClientSecret(intent, body.client_secret, call)
    return verify(world, intent, body, call)
  },
)

/** The same for whoever has the answer otherwise: the page. */
export function verify(world: StripeWorld, intent: PaymentIntent, answer: Answer, call: CallFacts): PaymentIntent {
  checkAllowed(intent, 'verify')
  const started = world.microdeposits.find(intent.id)
  if (!started || intent.next_action?.verify_with_microdeposits === undefined) {
    throw unexpectedState(intent, 'This PaymentIntent does not wait for microdeposits to be verified.')
  }
  const method = world.paymentMethods.named(started.method, 'payment_method')
  const ended = judge(world, intent.id, answer)
  if (ended) {
    moveMandate(world, started.mandate, 'revoke')
    return refuse(world, intent, method, ended, undefined)
  }
  markVerified(world, method.id)
  moveMandate(world, started.mandate, 'accept')
  return debit(world, intent, { method, secrets: secretsOf(world, method), mandate: started.mandate, call })
}

/** The deposits did not arrive, or nobody said what they were. @emits payment_intent.payment_failed, mandate.updated */
export function endPaymentVerification(world: StripeWorld, id: string, why: Decline): void {
  const intent = world.paymentIntents.find(id)
  const started = world.microdeposits.find(id)
  if (!started || intent?.status !== 'requires_action' || !intent.next_action?.verify_with_microdeposits) return
  const method = world.paymentMethods.find(started.method)
  moveMandate(world, started.mandate, 'revoke')
  if (method) failIntent(world, intent, method, why, undefined)
}
