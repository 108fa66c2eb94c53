import { lifecycle } from '../../../src/engine/kit.js'
import type { Review } from '../api.js'

export type Standing = 'open' | 'closed'

/** @source https://docs.stripe.com/radar/reviews (read 2026-11) */
export const reviewLifecycle = lifecycle<Standing, 'approve'>(['open', 'closed'], {
  approve: { from: ['open'], to: ['closed'] },
})

export function standingOf({ open }: Review): Standing {
  return open ? 'open' : 'closed'
}
