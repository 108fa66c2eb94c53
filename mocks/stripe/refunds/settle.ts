import type { Refund } from '../api.js'
import { moneyIn } from '../balance/total.js'
import { reconcile } from '../cash-balance/reconcile.js'
import type { StripeWorld } from '../world.js'
import { CLAIMED_WITHIN, goesToCashBalance } from './destination.js'
import { bookRefund, giveBack } from './money.js'
import { refundLifecycle, statusOf } from './refund.js'

/** Milliseconds until a bank has answered. @source events of September 2025: a dozen seconds */
const SETTLED_AFTER = 10_000

/**
 * What comes after a refund was booked: a bank answers, a customer has time to name a bank account, or the money of the cash balance is used at once.
 * @emits those of `reconcile`
 */
export function settleLater(world: StripeWorld, refund: Refund, fails: boolean): void {
  const { amount, currency, customer } = refund
  const now = world.port.now()
  if (goesToCashBalance(refund)) reconcile(world, { customer: String(customer), currency, amount })
  else if (refund.status === 'requires_action')
    world.port.schedule('expire refund', now + CLAIMED_WITHIN * 1000, { refund: refund.id })
  else world.port.schedule('settle refund', now + SETTLED_AFTER, { refund: refund.id, fails })
}

/**
 * What becomes of a refund a little later: the bank gives its reference, and the card that takes its time has taken it; or it fails.
 * @emits refund.updated and charge.refund.updated, or refund.failed  @source https://docs.stripe.com/testing#refunds (as captured
 * 2026-08-07); the reference as seen in events of September 2025
 */
export function settleRefund(world: StripeWorld, id: string, fails: boolean): void {
  const refund = world.refunds.find(id)
  if (!refund || !refundLifecycle.allows(statusOf(refund), fails ? 'fail' : 'settle')) return
  if (fails) {
    failRefund(world, refund, 'unknown')
    return
  }
  const { pending_reason: _, ...rest } = refund
  const succeeded = world.refunds.put({ ...rest, status: 'succeeded', ...withReference(world, refund) })
  world.emit('refund.updated', succeeded, refund)
  world.emit('charge.refund.updated', succeeded, refund)
}

function withReference(world: StripeWorld, { destination_details: destination }: Refund): Partial<Refund> {
  if (destination?.card === undefined) return {}
  const card = {
    reference: world.digits(16),
    reference_status: 'available',
    reference_type: 'acquirer_reference_number',
    type: 'refund' as const,
  }
  return { destination_details: { card, type: 'card' } }
}

/** Nobody has said in time where the money goes. @emits those of `failRefund` */
export function expireWhenDue(world: StripeWorld, id: string): void {
  const refund = world.refunds.find(id)
  if (refund && refundLifecycle.allows(statusOf(refund), 'expire'))
    failRefund(world, refund, 'expired_or_canceled_card')
}

/** @emits refund.failed, charge.refund.updated  @unverified the reason that a test card gives */
export function failRefund(world: StripeWorld, refund: Refund, reason: string): Refund {
  const { next_action: _, pending_reason: __, ...rest } = giveBack(world, refund)
  const failed = world.refunds.put({ ...rest, status: 'failed', failure_reason: reason })
  world.emit('refund.failed', failed, refund)
  if (failed.charge !== null) world.emit('charge.refund.updated', failed, refund)
  return failed
}

/**
 * Refunds that had to wait for money are made, oldest first, as far as it goes.
 * @emits refund.updated  @source https://docs.stripe.com/refunds#pending-refunds (read 2026-11)
 */
export function settleWaiting(world: StripeWorld): void {
  for (const refund of world.refunds.where('pending_reason', 'insufficient_funds')) {
    if (refund.amount > moneyIn(world, refund.currency)) continue
    const booked = bookRefund(world, refund)
    const { pending_reason: _, ...rest } = booked
    const made = world.refunds.put({ ...rest, status: rest.next_action ? 'requires_action' : 'succeeded' })
    world.emit('refund.updated', made, refund)
    settleLater(world, made, false)
  }
}
