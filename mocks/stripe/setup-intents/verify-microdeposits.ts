import { behaviour, type SetupIntent } from '../api.js'
import { cardError } from '../errors.js'
import { checkClientSecret } from '../keys/client-secret.js'
import { moveMandate } from '../mandates/create.js'
import { type Answer, judge, markVerified } from '../payment-methods/microdeposits.js'
import type { Decline } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'
import { failSetup, finishSetup } from './finish.js'
import { checkAllowed, unexpectedState } from './setup-intent.js'

/**
 * Says what two small deposits were, or the code that came with one; a verified account is set up. A page may, with the client secret.
 * @throws resource_missing (404), setup_intent_unexpected_state, and those of `judge` (400)  @refuses payment_method_microdeposit_verification_attempts_exceeded and its kin (402)
 * @emits those of `finishSetup`  @source https://docs.stripe.com/api/setup_intents/verify_microdeposits (read 2026-11-24)
 */
export const verifySetup = behaviour(
  'POST /v1/setup_intents/{intent}/verify_microdeposits',
  ({ params, body = {}, call }, world) => {
    const intent = world.setupIntents.get(params.intent, 'intent')
    checkClientSecret(intent, body.client_secret, call)
    return verify(world, intent, body)
  },
)

/** The same for whoever has the answer otherwise: the page. */
export function verify(world: StripeWorld, intent: SetupIntent, answer: Answer): SetupIntent {
  checkAllowed(intent, 'verify')
  const started = world.microdeposits.find(intent.id)
  if (!started || intent.next_action?.verify_with_microdeposits === undefined) {
    throw unexpectedState(intent, 'This SetupIntent does not wait for microdeposits to be verified.')
  }
  const method = world.paymentMethods.named(started.method, 'payment_method')
  const ended = judge(world, intent.id, answer)
  if (ended) {
    moveMandate(world, started.mandate, 'revoke')
    const failed = failSetup(world, intent, method, ended)
    return world.port.refuse(cardError(ended, { setup_intent: failed, payment_method: method }))
  }
  markVerified(world, method.id)
  moveMandate(world, started.mandate, 'accept')
  return finishSetup(world, intent, method, undefined, started.mandate)
}

/** The deposits did not arrive, or nobody said what they were. @emits setup_intent.setup_failed, mandate.updated */
export function endSetupVerification(world: StripeWorld, id: string, why: Decline): void {
  const intent = world.setupIntents.find(id)
  const started = world.microdeposits.find(id)
  if (!started || intent?.status !== 'requires_action' || !intent.next_action?.verify_with_microdeposits) return
  const method = world.paymentMethods.find(started.method)
  moveMandate(world, started.mandate, 'revoke')
  if (method) failSetup(world, intent, method, why)
}
