import { behaviour, type Metadata } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkAllowed } from './payment-intent.js'

/**
 * Raises the amount authorised, where the payment was made with `request_incremental_authorization`. Stripe lets that be
 * asked for by accounts that are eligible only; here every one is.
 * @throws resource_missing (404), payment_intent_unexpected_state, a lower amount (400) @unverified wording
 * @emits payment_intent.amount_capturable_updated  @source https://docs.stripe.com/api/payment_intents/increment_authorization (read 2026-11-24)
 */
export const incrementAuthorization = behaviour(
  'POST /v1/payment_intents/{intent}/increment_authorization',
  ({ params, body }, world) => {
    const intent = world.paymentIntents.get(params.intent, 'intent')
    checkAllowed(intent, 'increment')
    const charge = world.charges.named(intent.latest_charge as string, 'latest_charge')
    const { card, card_present: held } = charge.payment_method_details ?? {}
    if (card?.incremental_authorization?.status !== 'available' && !held?.incremental_authorization_supported) {
      throw invalidRequest('This PaymentIntent is not eligible for incremental authorization.')
    }
    if (body.amount <= intent.amount) {
      throw invalidRequest(`The amount must be greater than the amount already authorized (${intent.amount}).`, {
        param: 'amount',
      })
    }
    world.charges.update(charge.id, { amount: body.amount })
    const raised = world.paymentIntents.update(intent.id, {
      amount: body.amount,
      amount_capturable: body.amount,
      description: body.description ?? intent.description,
      metadata: mergeMetadata(intent.metadata as Metadata, body.metadata),
    })
    world.emit('payment_intent.amount_capturable_updated', raised)
    return raised
  },
)
