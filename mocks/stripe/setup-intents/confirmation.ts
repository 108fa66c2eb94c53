import type { CallFacts } from '../../../src/engine/kit.js'
import type { PaymentMethod, SetupIntent } from '../api.js'
import { cardError, docUrl, invalidRequest, notModelled } from '../errors.js'
import { nextAction, startAuthentication } from '../pages/authentication.js'
import { pagesOrigin } from '../pages/origin.js'
import { secretsOf } from '../payment-intents/attempt.js'
import { authenticationNeeded } from '../payment-intents/authentication-needed.js'
import { type ConfirmationInput, givenMethod } from '../payment-intents/confirmation.js'
import { attachToCustomer, spentMethod } from '../payment-methods/attach-to-customer.js'
import { type Decline, declineFields } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'

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

function methodOf(world: StripeWorld, intent: SetupIntent): PaymentMethod {
  if (intent.payment_method !== null)
    return world.paymentMethods.named(intent.payment_method as string, 'payment_method')
  throw invalidRequest(
    "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
    { code: 'setup_intent_unexpected_state', fields: { setup_intent: intent } },
  )
}

/** Succeeds, or with a decline fails and answers 402. */
export function finishSetup(
  world: StripeWorld,
  intent: SetupIntent,
  method: PaymentMethod,
  decline: Decline | undefined,
): SetupIntent {
  const attempt = recordAttempt(world, intent, method, decline ? 'failed' : 'succeeded')
  if (decline) {
    const failed = failSetup(world, intent, method, decline, attempt)
    world.port.refuse(cardError(decline, { setup_intent: failed, payment_method: method }))
  }
  const attached = intent.customer === null ? method : attachToCustomer(method, intent.customer as string, world)
  world.cardSecrets.put({ ...secretsOf(world, attached), setUp: true })
  const succeeded = world.setupIntents.update(intent.id, {
    status: 'succeeded',
    payment_method: method.id,
    latest_attempt: attempt,
    last_setup_error: null,
    next_action: null,
  })
  world.emit('setup_intent.succeeded', succeeded)
  return succeeded
}

/** @emits setup_intent.setup_failed */
export function failSetup(
  world: StripeWorld,
  intent: SetupIntent,
  method: PaymentMethod,
  decline: Decline,
  attempt?: string,
): SetupIntent {
  const { code, message } = decline
  const failed = world.setupIntents.update(intent.id, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    ...(attempt !== undefined && { latest_attempt: attempt }),
    last_setup_error: {
      code: code as NonNullable<NonNullable<SetupIntent['last_setup_error']>['code']>,
      ...declineFields(decline),
      doc_url: docUrl(code),
      message,
      payment_method: method,
      type: decline.type ?? 'card_error',
    },
  })
  world.emit('setup_intent.setup_failed', failed)
  return failed
}

function recordAttempt(world: StripeWorld, intent: SetupIntent, method: PaymentMethod, status: string): string {
  const attempt = world.setupAttempts.insert({
    id: world.id('setatt'),
    object: 'setup_attempt',
    application: null,
    created: world.now(),
    customer: intent.customer,
    customer_account: null,
    flow_directions: null,
    livemode: false,
    on_behalf_of: null,
    payment_method: method.id,
    payment_method_details: { card: null, type: 'card' } as never,
    setup_error: null,
    setup_intent: intent.id,
    status,
    usage: intent.usage,
  })
  return attempt.id
}
