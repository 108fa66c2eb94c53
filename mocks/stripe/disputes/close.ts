import { behaviour } from '../api.js'
import { finish } from './decide.js'
import { checkAllowed, isInquiry } from './dispute.js'
import { disputeOfCharge } from './update.js'

/**
 * Accepts a dispute, which loses it; an inquiry is closed.
 * @throws resource_missing (404), a dispute that is decided or under review (400)  @emits charge.dispute.closed
 * @source https://docs.stripe.com/api/disputes/close (read 2026-11-24)
 */
export const closeDispute = behaviour('POST /v1/disputes/{dispute}/close', ({ params }, world) => {
  const dispute = world.disputes.get(params.dispute, 'dispute')
  checkAllowed(dispute, 'close')
  return finish(world, dispute, isInquiry(dispute) ? 'warning_closed' : 'lost')
})

/** The same by its charge. @throws resource_missing (404) @emits charge.dispute.closed @source stripe/openapi of 2024-04-10 */
export const closeChargesDispute = behaviour('POST /v1/charges/{charge}/dispute/close', ({ params }, world) => {
  const dispute = disputeOfCharge(world, params.charge)
  checkAllowed(dispute, 'close')
  return finish(world, dispute, isInquiry(dispute) ? 'warning_closed' : 'lost')
})
