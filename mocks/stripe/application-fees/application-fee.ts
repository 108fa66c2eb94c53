import { lifecycle } from '../../../src/engine/kit.js'
import type { ApplicationFee } from '../api.js'

export type Standing = 'collected' | 'refunded in part' | 'refunded'

/** @source https://docs.stripe.com/api/application_fees/object (read 2026-11-24) */
export const applicationFeeLifecycle = lifecycle<Standing, 'refund'>(['collected', 'refunded in part', 'refunded'], {
  refund: { from: ['collected', 'refunded in part'], to: ['refunded in part', 'refunded'] },
})

export function standingOf({ amount_refunded: back, refunded }: ApplicationFee): Standing {
  if (refunded) return 'refunded'
  return back > 0 ? 'refunded in part' : 'collected'
}
