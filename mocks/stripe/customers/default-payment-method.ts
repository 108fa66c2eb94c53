import { invalidRequest } from '../errors.js'
import { resolvePaymentMethod } from '../payment-methods/payment-method.js'
import type { StripeWorld } from '../world.js'

/** The payment method for invoices must be the customer's own. @throws resource_missing, not attached (400) @unverified wording */
export function checkDefaultMethod(id: string | undefined, customer: string, world: StripeWorld): string | undefined {
  if (!id) return undefined
  const param = 'invoice_settings[default_payment_method]'
  const method = resolvePaymentMethod(id, world, param)
  if (method.customer === customer) return method.id
  throw invalidRequest(
    'The customer does not have a payment method with the ID ' +
      `${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param },
  )
}
