import { lifecycle } from '../../../src/engine/kit.js'
import type { Topup } from '../api.js'
import { invalidRequest } from '../errors.js'

export type Status = Topup['status']
export type Action = 'update' | 'cancel' | 'arrive' | 'fail'

const STATUSES: readonly Status[] = ['pending', 'succeeded', 'failed', 'canceled', 'reversed']

/** `arrive` and `fail` are the bank's. @source https://docs.stripe.com/api/topups/object (read 2026-11-24) */
export const topupLifecycle = lifecycle<Status, Action>(STATUSES, {
  update: { from: STATUSES, to: STATUSES },
  cancel: { from: ['pending'], to: ['canceled'] },
  arrive: { from: ['pending'], to: ['succeeded'] },
  fail: { from: ['pending'], to: ['failed'] },
})

/** @throws a top-up in another state (400) @unverified wording */
export function checkCancelable(topup: Topup): void {
  if (topupLifecycle.allows(topup.status, 'cancel')) return
  throw invalidRequest(`Only a pending top-up can be canceled. This one has a status of ${topup.status}.`)
}
