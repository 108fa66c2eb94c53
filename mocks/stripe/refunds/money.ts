import type { Charge, Refund } from '../api.js'
import { book } from '../balance/book.js'
import { moveCash } from '../cash-balance/cash-balance.js'
import { reconcile } from '../cash-balance/reconcile.js'
import type { StripeWorld } from '../world.js'
import { goesToCashBalance } from './destination.js'

/** Books a refund against the balance, and to the customer's cash balance where it goes there. @emits those of `moveCash` */
export function bookRefund(world: StripeWorld, refund: Refund): Refund {
  const charge = refund.charge === null ? undefined : world.charges.find(refund.charge as string)
  const { id } = book(world, {
    amount: -refund.amount,
    currency: refund.currency,
    type: refund.id.startsWith('re_') ? 'refund' : 'payment_refund',
    category: 'refund',
    source: refund.id,
    description: charge?.description ? `REFUND FOR CHARGE (${charge.description})` : 'REFUND FOR CHARGE',
  })
  const { amount, currency, customer } = refund
  if (goesToCashBalance(refund)) {
    const refunded_from_payment = { refund: refund.id }
    moveCash(world, {
      customer: String(customer),
      currency,
      amount,
      type: 'refunded_from_payment',
      refunded_from_payment,
    })
  }
  return world.refunds.update(refund.id, { balance_transaction: id })
}

/** Takes the amount off what can still be refunded. @emits charge.refunded */
export function applyToCharge(world: StripeWorld, charge: Charge, amount: number): Charge {
  const refunded = charge.amount_refunded + amount
  const updated = world.charges.update(charge.id, {
    amount_refunded: refunded,
    refunded: refunded >= charge.amount,
  })
  world.emit('charge.refunded', updated, charge)
  return updated
}

/**
 * The money of a refund comes back, to the balance and to what the charge can still refund.
 * @emits those of `moveCash`  @unverified that it is booked at once; and that transfers and application fees stay as they are
 */
export function giveBack(world: StripeWorld, refund: Refund): Refund {
  if (refund.charge === null) return keepCash(world, refund)
  const charge = world.charges.find(refund.charge as string)
  if (charge) {
    world.charges.update(charge.id, { amount_refunded: charge.amount_refunded - refund.amount, refunded: false })
  }
  if (refund.balance_transaction === null) return refund
  const { id } = book(world, {
    amount: refund.amount,
    currency: refund.currency,
    type: 'refund_failure',
    source: refund.id,
    description: 'REFUND FAILURE',
  })
  return world.refunds.update(refund.id, { failure_balance_transaction: id })
}

/** What was to be returned stays in the cash balance. @emits those of `moveCash` and `reconcile` */
function keepCash(world: StripeWorld, refund: Refund): Refund {
  const { amount, currency, customer } = refund
  moveCash(world, { customer: String(customer), currency, amount, type: 'return_canceled' })
  reconcile(world, { customer: String(customer), currency, amount })
  return refund
}
