import { behaviour, type Charge, type Metadata, type Refund } from '../api.js'
import { moneyIn } from '../balance/total.js'
import { isCard } from '../charges/settle.js'
import { finish } from '../disputes/decide.js'
import { isInquiry } from '../disputes/dispute.js'
import { settleWarnings } from '../early-fraud-warnings/warn.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { mayFallBelowZero } from '../payouts/settings.js'
import { closeReviewOf } from '../reviews/close.js'
import { reverseTransfer } from '../transfers/reverse.js'
import type { StripeWorld } from '../world.js'
import { destinationOf } from './destination.js'
import { applyToCharge, bookRefund } from './money.js'
import { checkRefundable, noSuccessfulCharge } from './refundable.js'
import { returnCash } from './return-cash.js'
import { reverseWith } from './reverse-with.js'
import { settleLater } from './settle.js'

/**
 * Refunds a charge, whole or in part, or returns what a customer has in their cash balance. Amounts in minor units. Where the account may not fall below zero, a refund waits for money.
 * @throws those of `chargeOf`, charge_already_refunded, charge_disputed, charge_not_refundable, parameter_invalid_integer, more than is left, those of `returnCash` (400)
 * @emits refund.created, charge.refunded, those of `moveCash` and `returnCash`; later refund.updated or refund.failed
 * @source https://docs.stripe.com/api/refunds/create (read 2026-11-24)
 */
export const createRefund = behaviour('POST /v1/refunds', ({ body = {} }, world) => {
  if (body.origin === 'customer_balance') return returnCash(world, body)
  return refundCharge(world, chargeOf(body.charge, body.payment_intent, world), body)
})

/** The same by its charge. @throws see `createRefund` @emits see `createRefund` @source stripe/openapi of 2024-04-10 */
export const createChargesRefund = behaviour('POST /v1/charges/{charge}/refunds', ({ params, body = {} }, world) =>
  refundCharge(world, world.charges.get(params.charge, 'charge'), body as RefundInput),
)

/** The same, answered with the charge. @throws resource_missing (404) @emits see `createRefund` @source stripe/openapi of 2024-04-10 */
export const refundChargeDirectly = behaviour('POST /v1/charges/{charge}/refund', ({ params, body = {} }, world) => {
  const charge = world.charges.get(params.charge, 'charge')
  refundCharge(world, charge, body as RefundInput)
  return world.charges.get(charge.id, 'charge')
})

export interface RefundInput {
  readonly amount?: number
  /** Where the customer of a bank transfer is asked for a bank account. */
  readonly instructions_email?: string
  readonly metadata?: Metadata | ''
  readonly reason?: NonNullable<Refund['reason']>
  readonly refund_application_fee?: boolean
  readonly reverse_transfer?: boolean
}

/** @throws, @emits see `createRefund` */
export function refundCharge(world: StripeWorld, charge: Charge, input: RefundInput): Refund {
  const left = charge.amount - charge.amount_refunded
  const amount = input.amount ?? left
  checkRefundable(world, charge, amount, left)
  if (charge.source_transfer !== null) return giveTransferBack(world, charge.source_transfer as string, amount)
  const { refund: behaves } = world.cardSecrets.find(charge.payment_method ?? '')?.outcome ?? {}
  const waits = !mayFallBelowZero(world) && amount > moneyIn(world, charge.currency)
  const pending = waits ? 'insufficient_funds' : behaves === 'pending' ? 'processing' : undefined
  const made = world.refunds.insert(newRefund(world, charge, input, amount, pending))
  const reversal = reverseWith(world, charge, { amount, ...input }, made)
  const booked = waits ? made : bookRefund(world, made)
  const refund = reversal ? world.refunds.update(booked.id, { transfer_reversal: reversal }) : booked
  world.emit('refund.created', refund)
  const refunded = applyToCharge(world, charge, amount)
  if (refunded.refunded) afterwards(world, refunded, input.reason)
  if (!waits) settleLater(world, refund, behaves === 'fails')
  return refund
}

/** A connected account that refunds what was passed on to it sends the money back to the platform. @source https://docs.stripe.com/connect/destination-charges (from memory) */
function giveTransferBack(world: StripeWorld, transferId: string, amount: number): Refund {
  const { platform } = world
  const transfer = platform.transfers.named(transferId, 'source_transfer')
  const reversal = reverseTransfer(platform, transfer, { amount, metadata: {}, refund: null })
  return world.refunds.named(reversal.destination_payment_refund as string, 'refund')
}

/** Nothing is left to review, to warn of or to ask about. @unverified that an inquiry ends with a refund */
function afterwards(world: StripeWorld, charge: Charge, reason: RefundInput['reason']): void {
  closeReviewOf(world, charge, reason === 'fraudulent' ? 'refunded_as_fraud' : 'refunded')
  settleWarnings(world, charge)
  for (const dispute of world.disputes.where('charge', charge.id)) {
    if (isInquiry(dispute) && dispute.status !== 'warning_closed') finish(world, dispute, 'warning_closed')
  }
}

function newRefund(
  world: StripeWorld,
  charge: Charge,
  input: RefundInput,
  amount: number,
  pending: Refund['pending_reason'],
): Refund {
  const type = charge.payment_method_details?.type ?? 'card'
  const destination = destinationOf(world, charge, input.instructions_email)
  return {
    id: world.id(isCard(type) ? 're' : 'pyr'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    ...destination,
    metadata: mergeMetadata({}, input.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(pending !== undefined && { pending_reason: pending }),
    reason: input.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending !== undefined ? 'pending' : destination.next_action ? 'requires_action' : 'succeeded',
    transfer_reversal: null,
  } as Refund
}

/** @throws a PaymentIntent that is another payment's (400) @unverified wording */
function chargeOfBoth(charge: Charge, intentId: string | undefined): Charge {
  if (intentId === undefined || charge.payment_intent === intentId) return charge
  throw invalidRequest(`The charge ${charge.id} does not belong to the PaymentIntent ${intentId}.`, {
    param: 'payment_intent',
  })
}

/** The charge that a refund is of. @throws resource_missing (404, 400), one that is not named, a payment that was not made (400) @source as measured by others at 2026-08-26.dahlia (2026-09) */
export function chargeOf(charge: string | undefined, intentId: string | undefined, world: StripeWorld): Charge {
  if (charge !== undefined) return chargeOfBoth(world.charges.get(charge, 'charge'), intentId)
  if (intentId === undefined) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.')
  }
  const intent = world.paymentIntents.named(intentId, 'payment_intent')
  if (intent.latest_charge !== null) return world.charges.named(intent.latest_charge as string, 'payment_intent')
  throw noSuccessfulCharge(intent.id)
}
