import { behaviour } from '../api.js'
import { giveBack } from './money.js'
import { checkAllowed } from './refund.js'

/**
 * Only a refund that waits for the customer can be canceled, and none of a card does.
 * @throws resource_missing (404), not cancelable (400)  @emits refund.updated
 * @source https://docs.stripe.com/api/refunds/cancel (read 2026-11-24)
 */
export const cancelRefund = behaviour('POST /v1/refunds/{refund}/cancel', ({ params }, world) => {
  const refund = world.refunds.get(params.refund, 'refund')
  checkAllowed(refund, 'cancel')
  const canceled = world.refunds.update(giveBack(world, refund).id, { status: 'canceled' })
  world.emit('refund.updated', canceled, refund)
  return canceled
})
