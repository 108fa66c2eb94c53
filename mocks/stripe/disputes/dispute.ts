import { lifecycle } from '../../../src/engine/kit.js'
import type { Dispute } from '../api.js'
import { invalidRequest } from '../errors.js'

export type Status = Dispute['status']
export type Action = 'update' | 'submit' | 'close' | 'win' | 'lose' | 'escalate' | 'expire'

const STATUSES: readonly Status[] = [
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'needs_response',
  'under_review',
  'won',
  'lost',
  'prevented',
]

/**
 * An inquiry (`warning_*`) takes no money yet. `win`, `lose` and `escalate` are the bank's; `expire` is the clock's.
 * @source https://docs.stripe.com/disputes/how-disputes-work (read 2026-11); @unverified that an inquiry that nobody answers is closed
 * when its time is over. Appeals (`appeal_*`) and `prevented` are not brought about.
 */
export const disputeLifecycle = lifecycle<Status, Action>(STATUSES, {
  update: { from: ['warning_needs_response', 'needs_response'], to: ['warning_needs_response', 'needs_response'] },
  submit: { from: ['warning_needs_response', 'needs_response'], to: ['warning_under_review', 'under_review'] },
  close: { from: ['warning_needs_response', 'needs_response'], to: ['warning_closed', 'lost'] },
  win: { from: ['warning_under_review', 'under_review'], to: ['warning_closed', 'won'] },
  lose: { from: ['warning_under_review', 'under_review'], to: ['needs_response', 'lost'] },
  escalate: { from: ['warning_under_review'], to: ['needs_response'] },
  expire: { from: ['warning_needs_response', 'needs_response'], to: ['warning_closed', 'lost'] },
})

/** @throws a dispute that is decided or under review (400) @source as measured by others at 2026-08-26.dahlia (2026-09); @unverified that of one under review, and that it has no code */
export function checkAllowed(dispute: Dispute, action: Action): void {
  if (disputeLifecycle.allows(dispute.status, action)) return
  const does = action === 'close' ? 'closed' : 'updated'
  throw invalidRequest(
    dispute.status === 'under_review' || dispute.status === 'warning_under_review'
      ? `This dispute cannot be ${does}: its evidence has been submitted and is under review.`
      : 'This dispute is already closed',
  )
}

/** A bank only asks, and has taken nothing. */
export function isInquiry({ status }: Pick<Dispute, 'status'>): boolean {
  return status.startsWith('warning_')
}
