import type { CallFacts } from '../../../src/engine/kit.js'
import { Refusal } from '../../../src/engine/kit.js'
import type { PaymentIntent } from '../api.js'
import { type Authentication, awaits } from '../pages/authentication.js'
import type { Decline } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'
import { finish } from './attempt.js'
import { failIntent } from './failure.js'
import { secretsOf } from './method-in-use.js'

export interface Settled {
  readonly clientSecret: string | null
  readonly succeeded: boolean
}

/** @source as seen in the fixtures of Stripe's mobile SDKs and in answers of 2019 to 2022 */
const AUTHENTICATION_FAILED: Decline = {
  code: 'payment_intent_authentication_failure',
  message:
    'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
  type: 'invalid_request_error',
}

/** Moves a PaymentIntent on once the person has passed or failed 3D Secure. @emits those of `finish`, or payment_intent.payment_failed */
export function settlePayment(
  world: StripeWorld,
  { id: challenge, intent: id, method: methodId }: Authentication,
  passed: boolean,
  call: CallFacts,
): Settled {
  const intent = world.paymentIntents.get(id, 'intent')
  if (!awaits(intent, challenge)) return settled(intent)
  const method = world.paymentMethods.get(methodId, 'payment_method')
  if (!passed) return settled(failIntent(world, intent, method, AUTHENTICATION_FAILED, undefined))
  if (intent.confirmation_method === 'manual') return settled(confirmLater(world, intent, methodId))
  try {
    return settled(finish(world, intent, { method, secrets: secretsOf(world, method), authenticated: true, call }))
  } catch (error) {
    // The bank may decline what the person has authenticated: the page goes on, and the PaymentIntent says so.
    if (!(error instanceof Refusal)) throw error
    return settled(world.paymentIntents.get(id, 'intent'))
  }
}

/** With manual confirmation the server has the last word. */
function confirmLater(world: StripeWorld, intent: PaymentIntent, method: string): PaymentIntent {
  const secrets = world.cardSecrets.find(method)
  if (secrets) world.cardSecrets.put({ ...secrets, outcome: { ...secrets.outcome, authentication: 'frictionless' } })
  return world.paymentIntents.update(intent.id, { status: 'requires_confirmation', next_action: null })
}

function settled({ client_secret: clientSecret, status }: PaymentIntent): Settled {
  return {
    clientSecret,
    succeeded: status === 'succeeded' || status === 'requires_capture' || status === 'requires_confirmation',
  }
}
