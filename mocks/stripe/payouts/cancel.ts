import { behaviour } from '../api.js'
import { checkAllowed } from './payout.js'
import { returnMoney } from './progress.js'

/**
 * Cancels a payout that is not with the bank yet; the money comes back.
 * @throws resource_missing (404), a payout in another state (400)  @emits payout.canceled
 * @source https://docs.stripe.com/api/payouts/cancel (read 2026-11-24)
 */
export const cancelPayout = behaviour('POST /v1/payouts/{payout}/cancel', ({ params }, world) => {
  const payout = world.payouts.get(params.payout, 'payout')
  checkAllowed(payout, 'cancel')
  const canceled = world.payouts.update(returnMoney(world, payout, 'payout_cancel').id, { status: 'canceled' })
  world.emit('payout.canceled', canceled, payout)
  return canceled
})
