import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { attachToCustomer } from './attach-to-customer.js'
import { resolvePaymentMethod } from './payment-method.js'

/**
 * Attaches a payment method to a customer, `pm_card_visa` and its like too.
 * @throws parameter_missing, resource_missing, payment_method_unexpected_state (400)  @refuses card_declined and its kin (402)
 * @emits payment_method.attached  @source https://docs.stripe.com/api/payment_methods/attach (read 2026-11-24)
 */
export const attach = behaviour('POST /v1/payment_methods/{payment_method}/attach', ({ params, body }, world) => {
  if (body.customer === undefined) {
    throw invalidRequest('Must provide customer or customer_account.', { code: 'parameter_missing' })
  }
  const customer = world.customers.named(body.customer, 'customer')
  return attachToCustomer(resolvePaymentMethod(params.payment_method, world), customer.id, world)
})
