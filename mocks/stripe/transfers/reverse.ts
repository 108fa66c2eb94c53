import type { Metadata, Transfer, TransferReversal } from '../api.js'
import { book } from '../balance/book.js'
import type { StripeWorld } from '../world.js'

export interface ReversalOrder {
  readonly amount: number
  readonly metadata: Metadata
  /** Of a refund with `reverse_transfer`. */
  readonly refund: string | null
}

/**
 * Takes money back from a connected account, whose payment is refunded so far.
 * @emits transfer.reversed, in the connected account charge.refunded  @source https://docs.stripe.com/connect/separate-charges-and-transfers#reverse-transfers (read 2026-11)
 */
export function reverseTransfer(world: StripeWorld, transfer: Transfer, order: ReversalOrder): TransferReversal {
  const { amount } = order
  const { currency } = transfer
  const id = world.id('trr')
  const availableOn = stillPending(world, transfer)
  const moved = { currency, description: null, ...(availableOn !== undefined && { availableOn }) }
  const back = book(world, { ...moved, amount, type: 'transfer_refund', category: 'transfer_reversal', source: id })
  const reversal = world.transferReversals.insert({
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: back.id,
    created: world.now(),
    currency,
    destination_payment_refund: refundPayment(world, transfer, amount, id, moved),
    metadata: order.metadata,
    source_refund: order.refund,
    transfer: transfer.id,
  })
  const total = transfer.amount_reversed + amount
  const { data, has_more: more } = transfer.reversals
  const reversed = world.transfers.update(transfer.id, {
    amount_reversed: total,
    reversed: total >= transfer.amount,
    reversals: { ...transfer.reversals, data: [reversal, ...data].slice(0, 10), has_more: more || data.length >= 10 },
  })
  world.emit('transfer.reversed', reversed, transfer)
  return reversal
}

/** The connected account's payment is refunded by so much; gives the refund's id. */
function refundPayment(
  world: StripeWorld,
  transfer: Transfer,
  amount: number,
  reversal: string,
  moved: { readonly currency: string; readonly description: null; readonly availableOn?: number },
): string {
  const own = world.of(transfer.destination as string)
  const payment = own.charges.named(transfer.destination_payment as string, 'destination_payment')
  const refund = own.refunds.insert(
    paymentRefund(own, { amount, currency: transfer.currency, payment: payment.id, reversal }),
  )
  const taken = book(own, {
    ...moved,
    amount: -amount,
    type: 'payment_refund',
    category: 'refund',
    source: refund.id,
  })
  own.refunds.update(refund.id, { balance_transaction: taken.id })
  const refunded = payment.amount_refunded + amount
  const shown = own.charges.update(payment.id, { amount_refunded: refunded, refunded: refunded >= payment.amount })
  own.emit('charge.refunded', shown, payment)
  return refund.id
}

/** When the transfer's own money becomes available, in Unix seconds; undefined where it has. */
export function stillPending(world: StripeWorld, transfer: Transfer): number | undefined {
  const booked = world.balanceTransactions.find(transfer.balance_transaction as string)
  return booked?.status === 'pending' ? booked.available_on : undefined
}

function paymentRefund(
  own: StripeWorld,
  { amount, currency, payment, reversal }: { amount: number; currency: string; payment: string; reversal: string },
) {
  return {
    id: own.id('pyr'),
    object: 'refund' as const,
    amount,
    balance_transaction: null,
    charge: payment,
    created: own.now(),
    currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: reversal,
    status: 'succeeded',
    transfer_reversal: null,
  }
}
