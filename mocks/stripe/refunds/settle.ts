import type { BalanceTransaction, Charge, Refund } from '../api.js'
import type { StripeWorld } from '../world.js'

/** Books a refund against the balance. */
export function bookRefund(world: StripeWorld, refund: Refund): Refund {
  const booked = book(world, refund, { amount: -refund.amount, type: 'refund', description: 'REFUND FOR CHARGE' })
  return world.refunds.update(refund.id, { balance_transaction: booked })
}

/** Takes the amount off the charge. @emits charge.refunded */
export function applyToCharge(world: StripeWorld, charge: Charge, amount: number): void {
  const refunded = charge.amount_refunded + amount
  const updated = world.charges.update(charge.id, {
    amount_refunded: refunded,
    refunded: refunded >= charge.amount,
  })
  world.emit('charge.refunded', updated, charge)
}

/**
 * What becomes of a refund a little later: the bank gives its reference, and the card that takes its time has taken it; or it fails.
 * @emits refund.updated and charge.refund.updated, or refund.failed  @source https://docs.stripe.com/testing#refunds (as captured
 * 2026-08-07); the reference as seen in events of September 2025
 */
export function settleRefund(world: StripeWorld, id: string, fails: boolean): void {
  const refund = world.refunds.find(id)
  if (!refund || refund.status === 'failed' || refund.status === 'canceled') return
  if (fails) {
    failRefund(world, refund)
    return
  }
  const { pending_reason: _, ...rest } = refund
  const reference = {
    reference: world.digits(16),
    reference_status: 'available',
    reference_type: 'acquirer_reference_number',
    type: 'refund' as const,
  }
  const succeeded = world.refunds.put({
    ...rest,
    status: 'succeeded',
    destination_details: { card: reference, type: 'card' },
  })
  world.emit('refund.updated', succeeded, refund)
  world.emit('charge.refund.updated', succeeded, refund)
}

/** @unverified the reason that a test card gives, and that the reversal is booked at once */
function failRefund(world: StripeWorld, refund: Refund): void {
  const reversal = book(world, refund, { amount: refund.amount, type: 'refund_failure', description: 'REFUND FAILURE' })
  const failed = world.refunds.update(refund.id, {
    status: 'failed',
    failure_reason: 'unknown',
    failure_balance_transaction: reversal,
  })
  const charge = world.charges.find(refund.charge as string)
  if (charge) {
    world.charges.update(charge.id, { amount_refunded: charge.amount_refunded - refund.amount, refunded: false })
  }
  world.emit('refund.failed', failed, refund)
  world.emit('charge.refund.updated', failed, refund)
}

type Booking = Pick<BalanceTransaction, 'amount' | 'type' | 'description'>

function book(world: StripeWorld, refund: Refund, { amount, type, description }: Booking): string {
  const { id } = world.balanceTransactions.insert({
    id: world.id('txn'),
    object: 'balance_transaction',
    amount,
    available_on: world.now(),
    balance_type: 'payments',
    created: world.now(),
    currency: refund.currency,
    description,
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: amount,
    reporting_category: type,
    source: refund.id,
    status: 'available',
    type,
  })
  return id
}
