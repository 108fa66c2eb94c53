import type { Dispute } from '../api.js'
import { book } from '../balance/book.js'
import { feeOf } from '../balance/fees.js'
import type { StripeWorld } from '../world.js'

/**
 * Takes the amount and the fee for a dispute off the balance, which may fall below zero.
 * @source https://docs.stripe.com/disputes/how-disputes-work (read 2026-11)
 */
export function withdrawFunds(world: StripeWorld, dispute: Dispute): Dispute {
  return move(world, dispute, {
    sign: -1,
    fee: feeOf(world, 'dispute'),
    category: 'dispute',
    description: `Chargeback withdrawal for ${dispute.charge}`,
  })
}

/**
 * Gives back what a dispute that was won had taken, its fee too.
 * @source https://docs.stripe.com/testing#disputes (as captured 2026-08-07): the amount "and related fees"
 */
export function reinstateFunds(world: StripeWorld, dispute: Dispute): Dispute {
  const withdrawn = dispute.balance_transactions[0]
  return move(world, dispute, {
    sign: 1,
    fee: -(withdrawn?.fee ?? 0),
    category: 'dispute_reversal',
    description: `Chargeback reversal for ${dispute.charge}`,
  })
}

interface Move {
  readonly sign: 1 | -1
  readonly fee: number
  readonly category: string
  readonly description: string
}

function move(world: StripeWorld, dispute: Dispute, { sign, fee, category, description }: Move): Dispute {
  const { amount, currency } = dispute
  const transaction = book(world, {
    amount: sign * amount,
    currency,
    type: 'adjustment',
    category,
    source: dispute.id,
    description,
    fees:
      fee === 0 ? [] : [{ amount: fee, application: null, currency, description: 'Dispute fee', type: 'stripe_fee' }],
  })
  return world.disputes.update(dispute.id, {
    balance_transactions: [...dispute.balance_transactions, transaction],
  })
}
