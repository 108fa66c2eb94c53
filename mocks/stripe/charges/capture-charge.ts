import type { Charge } from '../api.js'
import type { StripeWorld } from '../world.js'
import { settleCharge } from './settle.js'

/** Captures an authorised charge; what is not captured is refunded to the card. `fee` is what the platform takes instead of what was said first. @emits charge.captured */
export function captureCharge(world: StripeWorld, charge: Charge, amount: number, fee?: number): Charge {
  const captured = world.charges.update(charge.id, {
    amount_captured: amount,
    amount_refunded: charge.amount - amount,
    captured: true,
    ...(fee !== undefined && { application_fee_amount: fee }),
  })
  const settled = settleCharge(world, captured)
  world.emit('charge.captured', settled, charge)
  return settled
}
