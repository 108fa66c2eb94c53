import { behaviour, type Metadata, type PaymentIntent } from '../api.js'
import { captureCharge } from '../charges/capture-charge.js'
import { settleSessionPayment } from '../checkout-sessions/settle.js'
import { invalidRequest, notModelled } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkConnect } from './connect.js'
import { checkAllowed } from './payment-intent.js'

/** @throws amount_too_large, parameter_invalid_integer, less than nothing (400) @source as measured by others at 2026-08-26.dahlia (2026-09) */
function checkCapturable(intent: PaymentIntent, amount: number): void {
  const fields = { payment_intent: intent }
  if (amount > intent.amount_capturable) {
    throw invalidRequest(
      'The payment could not be captured because the requested capture amount is greater than the amount you can capture for this charge. Contact us via https://support.stripe.com/contact/ for help.',
      { code: 'amount_too_large', fields },
    )
  }
  if (amount < 0) throw invalidRequest('Invalid non-negative integer', { param: 'amount_to_capture', fields })
  if (amount > 0) return
  // Stripe names another parameter than the one that it got.
  throw invalidRequest('This value must be greater than or equal to 1.', {
    code: 'parameter_invalid_integer',
    param: 'amount',
    fields,
  })
}

/**
 * Captures what was authorised, or a part of it; the rest is let go.
 * @throws resource_missing (404), payment_intent_unexpected_state, amount_too_large, parameter_invalid_integer (400),
 * a capture that is not the last (501)
 * @emits charge.captured, payment_intent.succeeded  @source https://docs.stripe.com/api/payment_intents/capture (read 2026-11-24)
 */
export const capture = behaviour('POST /v1/payment_intents/{intent}/capture', ({ params, body = {} }, world) => {
  const intent = world.paymentIntents.get(params.intent, 'intent')
  checkAllowed(intent, 'capture')
  if (body.final_capture === false) throw notModelled('capturing in several parts (`final_capture=false`)')
  const amount = body.amount_to_capture ?? intent.amount_capturable
  checkCapturable(intent, amount)
  const charge = world.charges.named(intent.latest_charge as string, 'latest_charge')
  const fee = body.application_fee_amount
  if (fee !== undefined)
    checkConnect(world, { amount, application_fee_amount: fee, transfer_data: intent.transfer_data })
  captureCharge(world, charge, amount, fee)
  const captured = world.paymentIntents.update(intent.id, {
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
    metadata: mergeMetadata(intent.metadata as Metadata, body.metadata),
    statement_descriptor: body.statement_descriptor ?? intent.statement_descriptor,
  })
  world.emit('payment_intent.succeeded', captured)
  settleSessionPayment(world, captured)
  return captured
})
