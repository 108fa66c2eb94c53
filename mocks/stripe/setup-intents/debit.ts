import type { CallFacts } from '../../../src/engine/kit.js'
import type { PaymentMethod, SetupIntent } from '../api.js'
import { type MandateInput, mandateFor } from '../mandates/create.js'
import { secretsOf } from '../payment-intents/method-in-use.js'
import { spentMethod } from '../payment-methods/attach-to-customer.js'
import { startMicrodeposits } from '../payment-methods/microdeposits.js'
import type { StripeWorld } from '../world.js'
import { finishSetup } from './finish.js'

interface DebitSetup {
  readonly method: PaymentMethod
  readonly mandate: MandateInput
  readonly call: CallFacts
}

/**
 * Sets a bank account up for later: a mandate, and where the account is not verified two small deposits first.
 * @throws setup_intent_mandate_invalid, payment_method_unexpected_state (400)
 * @emits setup_intent.requires_action, or those of `finishSetup`
 */
export function setUpDebit(
  world: StripeWorld,
  intent: SetupIntent,
  { method, mandate, call }: DebitSetup,
): SetupIntent {
  const secrets = secretsOf(world, method)
  if (secrets.spent) throw spentMethod()
  const waits = secrets.unverified === true
  const { id } = mandateFor(world, mandate, { method, once: undefined, waits, code: 'setup_intent_mandate_invalid' })
  if (!waits) return finishSetup(world, intent, method, undefined, id)
  const waiting = world.setupIntents.update(intent.id, {
    status: 'requires_action',
    payment_method: method.id,
    last_setup_error: null,
    next_action: startMicrodeposits(world, { intent: intent.id, method, mandate: id, call }),
  })
  world.emit('setup_intent.requires_action', waiting)
  return waiting
}
