import { behaviour, type PaymentIntent } from '../api.js'
import { shippingOf } from '../customers/shipping.js'
import { checkClientSecret } from '../keys/client-secret.js'
import { confirmIntent } from './confirmation.js'
import { methodOptions } from './method-options.js'
import { checkAllowed } from './payment-intent.js'

/**
 * Confirms a PaymentIntent and attempts the payment. A page does so with its publishable key and the client secret.
 * @throws resource_missing (404), payment_intent_unexpected_state, payment_intent_invalid_parameter (400)  @refuses card_declined and its kin (402)
 * @emits those of `attempt`  @source https://docs.stripe.com/api/payment_intents/confirm (read 2026-11-24)
 */
export const confirm = behaviour('POST /v1/payment_intents/{intent}/confirm', ({ params, body = {}, call }, world) => {
  const intent = world.paymentIntents.get(params.intent, 'intent')
  checkClientSecret(intent, body.client_secret, call)
  checkAllowed(intent, 'confirm')
  const updated = world.paymentIntents.update(intent.id, {
    ...(body.receipt_email !== undefined && { receipt_email: body.receipt_email || null }),
    ...(body.setup_future_usage !== undefined && { setup_future_usage: body.setup_future_usage || null }),
    ...(body.shipping !== undefined && { shipping: shippingOf(body.shipping, null) as PaymentIntent['shipping'] }),
    ...(body.capture_method !== undefined && { capture_method: body.capture_method }),
    ...(body.payment_method_options !== undefined && {
      payment_method_options: methodOptions(body.payment_method_options, intent.payment_method_options),
    }),
  })
  return confirmIntent(world, updated, body, call)
})
