import { behaviour, type Metadata } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkExpiry } from '../test-cards/raw-card.js'
import { type BillingDetailsInput, billingDetails } from './payment-method.js'

/**
 * Updates an attached payment method.
 * @throws resource_missing (404), not attached (400), invalid_expiry_month, invalid_expiry_year (402)  @emits payment_method.updated
 * @source https://docs.stripe.com/api/payment_methods/update (read 2026-11-24)
 */
export const updateMethod = behaviour('POST /v1/payment_methods/{payment_method}', ({ params, body }, world) => {
  const method = world.paymentMethods.get(params.payment_method, 'payment_method')
  const { card, metadata, billing_details: billing, allow_redisplay: redisplay } = body ?? {}
  if (method.customer === null) {
    throw invalidRequest('You must save this PaymentMethod to a customer before you can update it.', {
      param: 'payment_method',
    })
  }
  const expiry = {
    exp_month: card?.exp_month ?? method.card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? method.card?.exp_year ?? 0,
  }
  if (card && method.card) checkExpiry(expiry, world)
  const updated = world.paymentMethods.update(method.id, {
    metadata: mergeMetadata(method.metadata as Metadata | null, metadata),
    billing_details: billingDetails(billing as BillingDetailsInput | undefined, method.billing_details),
    ...(redisplay !== undefined && { allow_redisplay: redisplay }),
    ...(card &&
      method.card && {
        card: { ...method.card, ...expiry },
      }),
  })
  world.emit('payment_method.updated', updated, method)
  return updated
})
