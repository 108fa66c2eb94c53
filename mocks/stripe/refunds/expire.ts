import { behaviour } from '../api.js'
import { checkAllowed } from './refund.js'
import { failRefund } from './settle.js'

/**
 * Ends a refund that the customer has not claimed in time.
 * @throws resource_missing (404), a refund in another state (400)  @emits refund.failed
 * @source https://docs.stripe.com/api/refunds/expire (read 2026-11-24)
 */
export const expireRefund = behaviour('POST /v1/test_helpers/refunds/{refund}/expire', ({ params }, world) => {
  const refund = world.refunds.get(params.refund, 'refund')
  checkAllowed(refund, 'expire')
  return failRefund(world, refund, 'expired_or_canceled_card')
})
