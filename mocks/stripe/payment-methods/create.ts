import { behaviour } from '../api.js'
import { createPaymentMethod, type PaymentMethodInput } from './payment-method.js'

/**
 * Creates a payment method of a card token, or of a card number where those are let in.
 * @throws parameter_missing (400), resource_missing (400)  @refuses incorrect_number, invalid_expiry_month, invalid_expiry_year, invalid_cvc (402)
 * @source https://docs.stripe.com/api/payment_methods/create (read 2026-11-24)
 */
export const createMethod = behaviour('POST /v1/payment_methods', ({ body, call }, world) =>
  createPaymentMethod((body ?? {}) as PaymentMethodInput, call, world),
)
