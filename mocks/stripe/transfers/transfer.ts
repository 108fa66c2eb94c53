import { lifecycle } from '../../../src/engine/kit.js'
import type { Transfer } from '../api.js'

export type Standing = 'paid' | 'reversed in part' | 'reversed'
export type Action = 'update' | 'reverse'

/** A transfer has no status: what was reversed of it says where it is. @source https://docs.stripe.com/api/transfers/object (read 2026-11-24) */
export const transferLifecycle = lifecycle<Standing, Action>(['paid', 'reversed in part', 'reversed'], {
  update: { from: ['paid', 'reversed in part', 'reversed'], to: ['paid', 'reversed in part', 'reversed'] },
  reverse: { from: ['paid', 'reversed in part'], to: ['reversed in part', 'reversed'] },
})

export function standingOf({ amount_reversed: back, reversed }: Transfer): Standing {
  if (reversed) return 'reversed'
  return back > 0 ? 'reversed in part' : 'paid'
}
