import type { Payout } from '../api.js'
import { book, midnightIn } from '../balance/book.js'
import type { StripeWorld } from '../world.js'
import { newPayout, type PayoutOrder } from './payout.js'

/** Days until a payout is with the bank, and until it has arrived. @unverified two: banks take one to several */
export const DAYS_TO_ARRIVE = 2
/** Milliseconds that an instant payout takes. @source https://docs.stripe.com/payouts/instant-payouts (read 2026-11): within 30 minutes */
const INSTANT = 30 * 60 * 1000

/** Takes the money off the balance and sends it on its way. @emits payout.created */
export function makePayout(world: StripeWorld, order: Omit<PayoutOrder, 'arrival'>): Payout {
  const instant = order.method === 'instant'
  const arrival = instant ? world.now() : midnightIn(world, DAYS_TO_ARRIVE)
  const made = world.payouts.insert(newPayout(world, { ...order, arrival }))
  const { id } = book(world, {
    amount: -order.amount,
    currency: order.currency,
    type: 'payout',
    source: made.id,
    description: order.description ?? 'STRIPE PAYOUT',
  })
  const payout = world.payouts.update(made.id, { balance_transaction: id })
  world.emit('payout.created', payout)
  const now = world.port.now()
  world.port.schedule('send payout', instant ? now : midnightIn(world, 1) * 1000, { payout: payout.id })
  world.port.schedule('payout arrives', instant ? now + INSTANT : arrival * 1000, { payout: payout.id })
  return payout
}
