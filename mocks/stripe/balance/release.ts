import { scheduleAutomaticPayout } from '../payouts/automatic.js'
import { settleWaiting } from '../refunds/settle.js'
import type { StripeWorld } from '../world.js'
import { balanceOf, makeAvailable } from './total.js'

/**
 * The money of a day becomes available.
 * @emits balance.available  @source https://docs.stripe.com/payouts#payout-schedule (read 2026-11)
 */
export function releaseBalance(world: StripeWorld, at: number): void {
  world.collection('_release').delete(String(at))
  const due = world.balanceTransactions.where('available_on', at).filter(({ status }) => status === 'pending')
  for (const { id } of due) makeAvailable(world, world.balanceTransactions.update(id, { status: 'available' }))
  if (due.length === 0) return
  world.emit('balance.available', balanceOf(world))
  settleWaiting(world)
  scheduleAutomaticPayout(world)
}
