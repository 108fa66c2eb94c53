import { type CallFacts, Refusal } from '../../../src/engine/kit.js'
import type { SetupIntent } from '../api.js'
import { type Authentication, awaits } from '../pages/authentication.js'
import type { Settled } from '../payment-intents/authenticate.js'
import { secretsOf } from '../payment-intents/method-in-use.js'
import type { Decline } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'
import { failSetup, finishSetup } from './finish.js'

/** @unverified wording: that of PaymentIntents, said of a SetupIntent */
const AUTHENTICATION_FAILED: Decline = {
  code: 'setup_intent_authentication_failure',
  message:
    'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this SetupIntent again.',
  type: 'invalid_request_error',
}

/** Moves a SetupIntent on once the person has passed or failed 3D Secure. @emits those of `finishSetup`, or setup_intent.setup_failed */
export function settleSetup(
  world: StripeWorld,
  { id: challenge, intent: id, method: methodId }: Authentication,
  passed: boolean,
  _call: CallFacts,
): Settled {
  const intent = world.setupIntents.get(id, 'intent')
  if (!awaits(intent, challenge)) return settled(intent)
  const method = world.paymentMethods.get(methodId, 'payment_method')
  if (!passed) return settled(failSetup(world, intent, method, AUTHENTICATION_FAILED))
  try {
    return settled(finishSetup(world, intent, method, secretsOf(world, method).outcome.decline))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return settled(world.setupIntents.get(id, 'intent'))
  }
}

function settled({ client_secret: clientSecret, status }: SetupIntent): Settled {
  return { clientSecret, succeeded: status === 'succeeded' }
}
