import { behaviour, type Charge } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { shown, symbol } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import { applyToCharge, bookRefund } from './settle.js'

/** Milliseconds until a bank has answered. @source events of September 2025: a dozen seconds */
const SETTLED_AFTER = 10_000

/**
 * Refunds a charge, whole or in part. Amounts in minor units.
 * @throws parameter_missing, resource_missing, charge_already_refunded, charge_not_refundable,
 * payment_intent_unexpected_state, parameter_invalid_integer, more than is left (400)
 * @emits refund.created, charge.refunded; later refund.updated or refund.failed
 * @source https://docs.stripe.com/api/refunds/create (read 2026-11-24)
 */
export const createRefund = behaviour('POST /v1/refunds', ({ body = {} }, world) => {
  const charge = chargeOf(body.charge, body.payment_intent, world)
  const left = charge.amount - charge.amount_refunded
  const amount = body.amount ?? left
  checkRefundable(charge, amount, left)
  const { refund: behaves } = world.cardSecrets.find(charge.payment_method ?? '')?.outcome ?? {}
  const status = behaves === 'pending' ? 'pending' : 'succeeded'
  const created = world.refunds.insert({
    id: world.id('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: {
        reference_status: 'pending',
        reference_type: 'acquirer_reference_number',
        type: 'refund',
      },
      type: 'card',
    },
    metadata: mergeMetadata({}, body.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(status === 'pending' && { pending_reason: 'processing' as const }),
    reason: body.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    transfer_reversal: null,
  })
  const refund = bookRefund(world, created)
  world.emit('refund.created', refund)
  applyToCharge(world, charge, amount)
  world.port.schedule('settle refund', world.port.now() + SETTLED_AFTER, {
    refund: refund.id,
    fails: behaves === 'fails',
  })
  return refund
})

function chargeOf(charge: string | undefined, intentId: string | undefined, world: StripeWorld): Charge {
  if (charge !== undefined) return world.charges.named(charge, 'charge')
  if (intentId === undefined) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.', {
      code: 'parameter_missing',
    })
  }
  const intent = world.paymentIntents.named(intentId, 'payment_intent')
  if (intent.latest_charge !== null) return world.charges.named(intent.latest_charge as string, 'payment_intent')
  throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
    code: 'payment_intent_unexpected_state',
    param: 'payment_intent',
  })
}

/** @unverified wording */
function checkRefundable(charge: Charge, amount: number, left: number): void {
  if (charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  if (!charge.captured || !charge.paid) {
    throw charge.paid && charge.payment_intent !== null
      ? invalidRequest(
          `This Charge belongs to a PaymentIntent that has not been captured. Cancel the PaymentIntent ${charge.payment_intent} instead.`,
        )
      : invalidRequest(`Charge ${charge.id} cannot be refunded because it has not been captured.`, {
          code: 'charge_not_refundable',
        })
  }
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  if (amount > left) {
    const money = (value: number) => `${symbol(charge.currency)}${shown(value, charge.currency)}`
    throw invalidRequest(
      `Refund amount (${money(amount)}) is greater than unrefunded amount on charge (${money(left)})`,
      { param: 'amount' },
    )
  }
}
