import type { Dispute } from '../api.js'
import type { StripeWorld } from '../world.js'
import { disputeLifecycle, isInquiry } from './dispute.js'
import { reinstateFunds, withdrawFunds } from './money.js'

export type Decision = 'win' | 'lose' | 'escalate'

/**
 * The bank has looked at the evidence.
 * @emits charge.dispute.closed, charge.dispute.funds_reinstated; charge.dispute.updated and .funds_withdrawn for an inquiry that becomes a dispute
 * @source https://docs.stripe.com/testing#disputes (as captured 2026-08-07); @unverified that an inquiry that is lost becomes a dispute
 */
export function decideDispute(world: StripeWorld, id: string, decision: Decision): void {
  const dispute = world.disputes.find(id)
  if (!dispute || !disputeLifecycle.allows(dispute.status, decision)) return
  if (isInquiry(dispute)) {
    if (decision === 'win') finish(world, dispute, 'warning_closed')
    else escalate(world, dispute)
  } else if (decision === 'win') {
    const won = reinstateFunds(world, finish(world, dispute, 'won'))
    world.emit('charge.dispute.funds_reinstated', won)
  } else finish(world, dispute, 'lost')
}

/** Its time is over, and nobody has answered. @emits charge.dispute.closed */
export function expireDispute(world: StripeWorld, id: string): void {
  const dispute = world.disputes.find(id)
  if (!dispute || !disputeLifecycle.allows(dispute.status, 'expire')) return
  const late = world.disputes.update(id, { evidence_details: { ...dispute.evidence_details, past_due: true } })
  finish(world, late, isInquiry(dispute) ? 'warning_closed' : 'lost')
}

/** @emits charge.dispute.closed */
export function finish(world: StripeWorld, dispute: Dispute, status: 'won' | 'lost' | 'warning_closed'): Dispute {
  const closed = world.disputes.update(dispute.id, { status, is_charge_refundable: status !== 'lost' })
  world.emit('charge.dispute.closed', closed, dispute)
  return closed
}

function escalate(world: StripeWorld, dispute: Dispute): void {
  const escalated = world.disputes.update(dispute.id, {
    status: 'needs_response',
    is_charge_refundable: false,
    evidence_details: { ...dispute.evidence_details, submission_count: 0, submission_method: 'not_submitted' },
  })
  const withdrawn = withdrawFunds(world, escalated)
  world.emit('charge.dispute.updated', withdrawn, dispute)
  world.emit('charge.dispute.funds_withdrawn', withdrawn)
  const due = dispute.evidence_details.due_by ?? world.now()
  world.port.schedule('dispute is due', Math.max((due + 1) * 1000, world.port.now()), { dispute: dispute.id })
}
