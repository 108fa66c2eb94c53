import type { CallFacts } from '../../../src/engine/kit.js'
import type { PaymentMethod, SetupIntent } from '../api.js'
import { invalidRequest, notModelled } from '../errors.js'
import { nextAction, startAuthentication } from '../pages/authentication.js'
import { pagesOrigin } from '../pages/origin.js'
import { authenticationNeeded } from '../payment-intents/authentication-needed.js'
import { type ConfirmationInput, givenMethod } from '../payment-intents/confirmation.js'
import { isDebit } from '../payment-intents/debit.js'
import { ofAnother, secretsOf } from '../payment-intents/method-in-use.js'
import { spentMethod } from '../payment-methods/attach-to-customer.js'
import type { StripeWorld } from '../world.js'
import { setUpDebit } from './debit.js'
import { finishSetup } from './finish.js'
import { checkAllowed } from './setup-intent.js'

/**
 * Sets a payment method up for later.
 * @throws payment_method_unexpected_state (400)  @refuses card_declined and its kin (402)
 * @emits setup_intent.requires_action, setup_intent.succeeded or setup_intent.setup_failed, payment_method.attached
 */
export function confirmSetup(
  world: StripeWorld,
  intent: SetupIntent,
  input: ConfirmationInput,
  call: CallFacts,
): SetupIntent {
  const method = givenMethod(input, call, world) ?? methodOf(world, intent)
  checkAllowed(intent, 'confirm')
  checkOwner(intent, method)
  if (isDebit(method)) return setUpDebit(world, intent, { method, mandate: input, call })
  if (method.type !== 'card') throw notModelled(`setting up a payment method of type '${method.type}'`)
  const secrets = secretsOf(world, method)
  if (secrets.spent) throw spentMethod()
  // To be set up, a card that may be used off session later is authenticated now.
  const asked = {
    offSession: false,
    requestThreeDSecure: intent.payment_method_options?.card?.request_three_d_secure ?? 'automatic',
  }
  if (!authenticationNeeded(secrets, asked)) {
    return finishSetup(world, intent, method, secrets.outcome.decline)
  }
  const returnUrl = input.use_stripe_sdk ? undefined : input.return_url
  const authentication = startAuthentication(world, {
    intent: intent.id,
    kind: 'setup',
    method: method.id,
    returnUrl: returnUrl ?? null,
  })
  const waiting = world.setupIntents.update(intent.id, {
    status: 'requires_action',
    payment_method: method.id,
    last_setup_error: null,
    next_action: nextAction(authentication, returnUrl, pagesOrigin(call)) as NonNullable<SetupIntent['next_action']>,
  })
  world.emit('setup_intent.requires_action', waiting)
  return waiting
}

/** @throws a method of another customer, or of one that was not named (400) @source as measured by others at 2026-08-26.dahlia (2026-09) */
function checkOwner(intent: SetupIntent, method: PaymentMethod): void {
  if (method.customer === null || method.customer === intent.customer) return
  const fields = { setup_intent: intent }
  if (intent.customer !== null) throw ofAnother(method, intent.customer as string, fields)
  throw invalidRequest(
    `The payment method supplied (${method.id}) belongs to the Customer ${method.customer}. Please include the Customer in the \`customer\` parameter on the SetupIntent.`,
    { param: 'payment_method', fields },
  )
}

function methodOf(world: StripeWorld, intent: SetupIntent): PaymentMethod {
  if (intent.payment_method !== null)
    return world.paymentMethods.named(intent.payment_method as string, 'payment_method')
  throw invalidRequest(
    "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: 'setup_intent_unexpected_state', fields: { setup_intent: intent } },
  )
}
