import type { VendorError } from '../../../src/engine/kit.js'
import type { PaymentIntent, PaymentMethod } from '../api.js'
import { invalidRequest } from '../errors.js'
import { attachToCustomer } from '../payment-methods/attach-to-customer.js'
import type { CardSecrets } from '../test-cards/card-secrets.js'
import type { StripeWorld } from '../world.js'

/** What a payment method does. */
export function secretsOf(world: StripeWorld, method: PaymentMethod): CardSecrets {
  return (
    world.cardSecrets.find(method.id) ?? { id: method.id, outcome: {}, cvcGiven: false, setUp: false, spent: false }
  )
}

/** A method kept for later belongs to the customer; any other may be used this once. */
export function remember(world: StripeWorld, intent: PaymentIntent, method: PaymentMethod, secrets: CardSecrets): void {
  const kept = intent.setup_future_usage !== null
  if (kept && intent.customer !== null) attachToCustomer(method, intent.customer as string, world)
  const attached = kept || method.customer !== null
  const now = world.cardSecrets.find(method.id) ?? secrets
  world.cardSecrets.put({ ...now, setUp: now.setUp || intent.setup_future_usage === 'off_session', spent: !attached })
}

/**
 * @throws a method of another customer, or of one that was not named (400)
 * @source as measured by others at 2026-08-26.dahlia (2026-09)
 */
export function checkOwner(intent: PaymentIntent, method: PaymentMethod): void {
  if (method.customer === null || method.customer === intent.customer) return
  const fields = { payment_intent: intent }
  if (intent.customer === null) {
    throw invalidRequest(
      `The \`payment_method\` parameter supplied ${method.id} belongs to the Customer ${method.customer}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      { code: 'parameter_missing', param: 'source', fields },
    )
  }
  throw ofAnother(method, intent.customer as string, fields)
}

/** @param fields the Intent that asked for it, by its type */
export function ofAnother(
  method: PaymentMethod,
  customer: string,
  fields: Readonly<Record<string, object>>,
): VendorError {
  return invalidRequest(
    `The PaymentMethod ${method.id} does not belong to the Customer you supplied ${customer}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
    { param: 'payment_method', fields },
  )
}
