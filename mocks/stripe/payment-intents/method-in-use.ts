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

/** @throws resource_missing, or a customer that was not named (400) @unverified wording */
export function checkOwner(intent: PaymentIntent, method: PaymentMethod): void {
  if (method.customer === null || method.customer === intent.customer) return
  if (intent.customer === null) {
    throw invalidRequest(
      `The PaymentMethod ${method.id} belongs to the Customer ${method.customer}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      { code: 'payment_method_unexpected_state', param: 'payment_method' },
    )
  }
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${method.id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'payment_method' },
  )
}
