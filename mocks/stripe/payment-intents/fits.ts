import type { PaymentIntent, PaymentMethod } from '../api.js'
import { invalidRequest } from '../errors.js'

/**
 * Whether a payment can be made with a method that is no card.
 * @throws payment_method_currency_mismatch, payment_intent_incompatible_payment_method (400) @unverified wording
 */
export function checkFits(
  { allowed_payment_method_types: types, capture_method: capture, currency }: PaymentIntent,
  method: PaymentMethod,
  wanted: string,
): void {
  if (currency !== wanted) {
    throw invalidRequest(`A payment method of type ${method.type} takes ${wanted} only, not ${currency}.`, {
      code: 'payment_method_currency_mismatch',
    })
  }
  const listed = types as readonly string[] | null
  if ((listed && !listed.includes(method.type)) || capture === 'manual') {
    throw invalidRequest(
      capture === 'manual'
        ? `A payment method of type ${method.type} cannot be used with capture_method=manual.`
        : `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${listed?.join(', ')}.`,
      { code: 'payment_intent_incompatible_payment_method', param: 'payment_method' },
    )
  }
}
