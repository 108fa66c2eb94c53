import type { PaymentMethod } from '../api.js'
import { checksOf } from '../charges/checks.js'
import { cardError, invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

/**
 * Attaches a payment method, which checks its card with the bank.
 * @throws payment_method_unexpected_state, bank_account_unverified (400) @unverified wording of the second, a card that is declined (402)
 */
export function attachToCustomer(method: PaymentMethod, customer: string, world: StripeWorld): PaymentMethod {
  if (method.customer === customer) return method
  if (method.customer !== null) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
      param: 'payment_method',
    })
  }
  const secrets = world.cardSecrets.find(method.id)
  if (secrets?.spent) throw spentMethod()
  if (secrets?.unverified) {
    throw invalidRequest(
      'This bank account is not verified. Confirm a SetupIntent or PaymentIntent with it, and verify its microdeposits, before you attach it.',
      { code: 'bank_account_unverified', param: 'payment_method' },
    )
  }
  if (secrets?.outcome.decline) throw cardError(secrets.outcome.decline)
  const checks = secrets && method.card ? { card: { ...method.card, checks: checksOf(method, secrets) } } : {}
  const attached = world.paymentMethods.update(method.id, { customer, ...checks })
  world.emit('payment_method.attached', attached)
  return attached
}

/** @unverified wording */
export function spentMethod() {
  return invalidRequest(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    { code: 'payment_method_unexpected_state' },
  )
}
