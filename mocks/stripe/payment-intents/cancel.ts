import { behaviour } from '../api.js'
import { giveBack } from './attempt-transfer.js'
import { checkAllowed } from './payment-intent.js'

/**
 * Cancels a PaymentIntent; an authorised charge is let go, a debit under way taken back, and what it has of a bank transfer
 * goes back to the customer's cash balance.
 * @throws resource_missing (404), payment_intent_unexpected_state (400)
 * @emits payment_intent.canceled, charge.refunded, charge.failed, customer_cash_balance_transaction.created
 * @source https://docs.stripe.com/api/payment_intents/cancel (read 2026-11-24)
 */
export const cancel = behaviour('POST /v1/payment_intents/{intent}/cancel', ({ params, body = {} }, world) => {
  const intent = world.paymentIntents.get(params.intent, 'intent')
  checkAllowed(intent, 'cancel')
  if (intent.status === 'requires_capture' && intent.latest_charge !== null) {
    const charge = world.charges.named(intent.latest_charge as string, 'latest_charge')
    const released = world.charges.update(charge.id, { amount_refunded: charge.amount, refunded: true })
    world.emit('charge.refunded', released, charge)
  }
  if (intent.status === 'processing' && intent.latest_charge !== null) {
    const charge = world.charges.named(intent.latest_charge as string, 'latest_charge')
    world.emit('charge.failed', world.charges.update(charge.id, { status: 'failed', captured: false }), charge)
  }
  const canceled = world.paymentIntents.update(intent.id, {
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: world.now(),
    cancellation_reason: body.cancellation_reason ?? null,
    next_action: null,
  })
  world.emit('payment_intent.canceled', canceled)
  giveBack(world, canceled)
  return canceled
})
