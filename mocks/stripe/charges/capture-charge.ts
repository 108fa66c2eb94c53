import type { Charge } from '../api.js'
import type { StripeWorld } from '../world.js'
import { settleCharge } from './charge.js'

/** Captures an authorised charge; what is not captured is refunded to the card. @emits charge.captured */
export function captureCharge(world: StripeWorld, charge: Charge, amount: number): Charge {
  const captured = world.charges.update(charge.id, {
    amount_captured: amount,
    amount_refunded: charge.amount - amount,
    captured: true,
  })
  const settled = settleCharge(world, captured)
  world.emit('charge.captured', settled, charge)
  return settled
}
