import type { CallFacts } from '../../../src/engine/kit.js'
import type { PaymentIntent, PaymentMethod } from '../api.js'
import { invalidRequest, notModelled } from '../errors.js'
import type { MandateInput } from '../mandates/create.js'
import {
  createPaymentMethod,
  type PaymentMethodInput,
  resolvePaymentMethod,
} from '../payment-methods/payment-method.js'
import type { StripeWorld } from '../world.js'
import { attempt } from './attempt.js'

/** The parameters of create and confirm that a confirmation is made of. */
export interface ConfirmationInput extends MandateInput {
  readonly confirmation_token?: string
  readonly error_on_requires_action?: boolean
  readonly off_session?: boolean | string
  readonly payment_method?: string
  readonly payment_method_data?: object
  readonly return_url?: string
  /** Stripe.js asks for the next action as it can show it in the page. */
  readonly use_stripe_sdk?: boolean
}

/** The payment method that the parameters name or describe. @throws resource_missing (400), card errors (402) */
export function givenMethod(input: ConfirmationInput, call: CallFacts, world: StripeWorld): PaymentMethod | undefined {
  if (input.confirmation_token !== undefined) throw notModelled('`confirmation_token`')
  if (input.payment_method !== undefined) return resolvePaymentMethod(input.payment_method, world)
  if (input.payment_method_data === undefined) return undefined
  return createPaymentMethod(input.payment_method_data as PaymentMethodInput, call, world)
}

/** Confirms a PaymentIntent with the method given, or with the one that it has. @throws see `attempt` */
export function confirmIntent(
  world: StripeWorld,
  intent: PaymentIntent,
  input: ConfirmationInput,
  call: CallFacts,
): PaymentIntent {
  const method = givenMethod(input, call, world) ?? methodOf(world, intent)
  checkReturnUrl(intent, input)
  return attempt(world, intent, {
    method,
    offSession: input.off_session !== undefined && input.off_session !== false && input.off_session !== 'false',
    returnUrl: input.use_stripe_sdk ? undefined : input.return_url,
    errorOnRequiresAction: input.error_on_requires_action === true,
    requestThreeDSecure: intent.payment_method_options?.card?.request_three_d_secure ?? 'automatic',
    mandate: input,
    call,
  })
}

/** @throws payment_intent_unexpected_state (400) @source as measured by others at 2026-08-26.dahlia (2026-09) */
function methodOf(world: StripeWorld, intent: PaymentIntent): PaymentMethod {
  if (intent.payment_method !== null)
    return world.paymentMethods.named(intent.payment_method as string, 'payment_method')
  const { customer } = intent
  throw invalidRequest(
    customer !== null
      ? `You cannot confirm this PaymentIntent because it's missing a payment method. To confirm the PaymentIntent with ${customer}, specify a payment method attached to this customer along with the customer ID.`
      : "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: 'payment_intent_unexpected_state', fields: { payment_intent: intent } },
  )
}

/**
 * With automatic payment methods some of which redirect, a confirmation must say where to return to.
 * @throws 400 @unverified that a new account always has such a method
 */
function checkReturnUrl(intent: PaymentIntent, input: ConfirmationInput): void {
  const automatic = intent.automatic_payment_methods
  if (!automatic?.enabled || automatic.allow_redirects === 'never') return
  if (input.return_url !== undefined || input.off_session || input.error_on_requires_action) return
  throw invalidRequest(
    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    { param: 'return_url' },
  )
}
