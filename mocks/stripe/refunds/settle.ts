import type { Charge, Refund } from '../api.js'
import type { StripeWorld } from '../world.js'

/** Books a refund against the balance. */
export function bookRefund(world: StripeWorld, refund: Refund): Refund {
  const transaction = world.balanceTransactions.insert({
    id: world.id('txn'),
    object: 'balance_transaction',
    amount: -refund.amount,
    available_on: world.now(),
    balance_type: 'payments',
    created: world.now(),
    currency: refund.currency,
    description: 'REFUND FOR CHARGE',
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: -refund.amount,
    reporting_category: 'refund',
    source: refund.id,
    status: 'available',
    type: 'refund',
  })
  return world.refunds.update(refund.id, { balance_transaction: transaction.id })
}

/** Takes the amount off the charge. @emits charge.refunded */
export function applyToCharge(world: StripeWorld, charge: Charge, amount: number): void {
  const refunded = charge.amount_refunded + amount
  const updated = world.charges.update(charge.id, {
    amount_refunded: refunded,
    refunded: refunded >= charge.amount_captured,
  })
  world.emit('charge.refunded', updated, charge)
}

/**
 * What becomes of a refund to a card that takes its time, or to one that fails it.
 * @emits refund.updated and charge.refund.updated, or refund.failed  @source https://docs.stripe.com/testing#refunds (as captured 2026-08-07)
 */
export function settleRefund(world: StripeWorld, id: string, fails: boolean): void {
  const refund = world.refunds.find(id)
  if (!refund || refund.status === 'failed' || refund.status === 'canceled') return
  if (fails) {
    failRefund(world, refund)
    return
  }
  const { pending_reason: _, ...rest } = refund
  const succeeded = world.refunds.put({ ...rest, status: 'succeeded' })
  world.emit('refund.updated', succeeded, refund)
  world.emit('charge.refund.updated', succeeded, refund)
}

function failRefund(world: StripeWorld, refund: Refund): void {
  const failed = world.refunds.update(refund.id, { status: 'failed', failure_reason: 'unknown' })
  const charge = world.charges.find(refund.charge as string)
  if (charge) {
    world.charges.update(charge.id, { amount_refunded: charge.amount_refunded - refund.amount, refunded: false })
  }
  world.emit('refund.failed', failed, refund)
  world.emit('charge.refund.updated', failed, refund)
}
