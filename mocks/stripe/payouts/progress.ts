import type { Payout } from '../api.js'
import { book } from '../balance/book.js'
import { payoutFailureOf } from '../external-accounts/test-accounts.js'
import type { StripeWorld } from '../world.js'
import { payoutLifecycle, statusOf } from './payout.js'

/** Hands a payout over to the banks. @emits payout.updated */
export function sendPayout(world: StripeWorld, id: string): void {
  const payout = world.payouts.find(id)
  if (!payout || !payoutLifecycle.allows(statusOf(payout), 'send')) return
  const sent = world.payouts.update(id, { status: 'in_transit' })
  world.emit('payout.updated', sent, payout)
}

/**
 * A payout arrives, or the bank sends it back and the money with it.
 * @emits payout.paid, or payout.failed and payout.updated  @source https://docs.stripe.com/payouts#payout-failures (read 2026-11)
 */
export function arrivePayout(world: StripeWorld, id: string): void {
  const payout = world.payouts.find(id)
  if (!payout || !payoutLifecycle.allows(statusOf(payout), 'arrive')) return
  const failure = payoutFailureOf(world, payout.destination as string)
  if (failure === undefined) {
    const trace = { status: 'supported', value: world.digits(15) }
    world.emit('payout.paid', world.payouts.update(id, { status: 'paid', trace_id: trace }), payout)
    return
  }
  const failed = world.payouts.update(returnMoney(world, payout, 'payout_failure').id, {
    status: 'failed',
    failure_code: failure.code,
    failure_message: failure.message,
  })
  world.emit('payout.failed', failed, payout)
}

/** The amount comes back to the balance, and what an automatic payout had taken is paid out with a later one. */
export function returnMoney(world: StripeWorld, payout: Payout, type: 'payout_failure' | 'payout_cancel'): Payout {
  const { id } = book(world, {
    amount: payout.amount,
    currency: payout.currency,
    type,
    category: 'payout_reversal',
    source: payout.id,
    description: type === 'payout_failure' ? 'PAYOUT FAILURE' : 'PAYOUT CANCEL',
  })
  return world.payouts.update(payout.id, { failure_balance_transaction: id })
}
