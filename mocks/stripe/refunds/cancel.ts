import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'

/**
 * Only a refund that waits for the customer can be canceled, and none of a card does.
 * @throws resource_missing (404), not cancelable (400)  @emits refund.updated  @unverified wording
 * @source https://docs.stripe.com/api/refunds/cancel (read 2026-11-24)
 */
export const cancelRefund = behaviour('POST /v1/refunds/{refund}/cancel', ({ params }, world) => {
  const refund = world.refunds.get(params.refund, 'refund')
  if (refund.status !== 'requires_action') {
    throw invalidRequest(
      `This refund cannot be canceled because it has a status of ${refund.status}. Only a refund with the status requires_action can be canceled.`,
    )
  }
  const canceled = world.refunds.update(refund.id, { status: 'canceled' })
  world.emit('refund.updated', canceled, refund)
  return canceled
})
