import { lifecycle } from '../../../src/engine/kit.js'
import type { Refund } from '../api.js'
import { invalidRequest } from '../errors.js'

export type Status = 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'
export type Action = 'update' | 'settle' | 'fail' | 'cancel' | 'expire'

const STATUSES: readonly Status[] = ['pending', 'requires_action', 'succeeded', 'failed', 'canceled']

/** `settle` and `fail` are the bank's. @source https://docs.stripe.com/refunds (read 2026-11) */
export const refundLifecycle = lifecycle<Status, Action>(STATUSES, {
  update: { from: STATUSES, to: STATUSES },
  settle: { from: ['pending', 'succeeded'], to: ['succeeded'] },
  fail: { from: ['pending', 'succeeded'], to: ['failed'] },
  cancel: { from: ['requires_action'], to: ['canceled'] },
  expire: { from: ['requires_action'], to: ['failed'] },
})

export function statusOf({ status }: Refund): Status {
  return status as Status
}

/** @throws a refund that is in another state (400) @source as measured by others at 2026-08-26.dahlia (2026-09); @unverified that of one that expires */
export function checkAllowed(refund: Refund, action: 'cancel' | 'expire'): void {
  if (refundLifecycle.allows(statusOf(refund), action)) return
  throw invalidRequest(
    action === 'cancel'
      ? 'Canceling this refund is unsupported.'
      : `This refund cannot be expired because it has a status of ${refund.status}. Only a refund with the status ${refundLifecycle.from(action).join(', ')} can be expired.`,
  )
}
