import { behaviour } from '../api.js'
import { giveBack } from './money.js'
import { checkAllowed } from './refund.js'

/**
 * Only a refund that waits for the customer can be canceled: one of a bank transfer to a bank account, and none of a card.
 * @throws resource_missing (404), not cancelable (400)  @emits refund.updated
 * @source https://docs.stripe.com/api/refunds/cancel (read 2026-11-24)
 */
export const cancelRefund = behaviour('POST /v1/refunds/{refund}/cancel', ({ params }, world) => {
  const refund = world.refunds.get(params.refund, 'refund')
  checkAllowed(refund, 'cancel')
  const { next_action: _, ...rest } = giveBack(world, refund)
  const canceled = world.refunds.put({ ...rest, status: 'canceled' })
  world.emit('refund.updated', canceled, refund)
  return canceled
})
