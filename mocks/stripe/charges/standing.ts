import { lifecycle } from '../../../src/engine/kit.js'
import type { Charge } from '../api.js'

export type Standing = 'pending' | 'failed' | 'authorised' | 'released' | 'captured' | 'refunded in part' | 'refunded'
export type Action = 'settle' | 'fail' | 'capture' | 'release' | 'refund'

const STANDINGS: readonly Standing[] = [
  'pending',
  'failed',
  'authorised',
  'released',
  'captured',
  'refunded in part',
  'refunded',
]

/**
 * A charge's status says little: what was captured and refunded says where it is. `settle` and `fail` are the bank's.
 * @source https://docs.stripe.com/api/charges/object (read 2026-11-24)
 */
export const chargeLifecycle = lifecycle<Standing, Action>(STANDINGS, {
  settle: { from: ['pending'], to: ['captured'] },
  fail: { from: ['pending'], to: ['failed'] },
  capture: { from: ['authorised'], to: ['captured'] },
  release: { from: ['authorised'], to: ['released'] },
  refund: { from: ['captured', 'refunded in part'], to: ['refunded in part', 'refunded'] },
})

export function standingOf(charge: Charge): Standing {
  if (charge.status !== 'succeeded') return charge.status
  if (!charge.captured) return charge.refunded ? 'released' : 'authorised'
  if (charge.refunded) return 'refunded'
  const neverCaptured = charge.amount - charge.amount_captured
  return charge.amount_refunded > neverCaptured ? 'refunded in part' : 'captured'
}
