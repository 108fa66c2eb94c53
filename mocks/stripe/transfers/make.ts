import type { Charge, Metadata, Transfer } from '../api.js'
import { book } from '../balance/book.js'
import { applicationFeeDetail } from '../balance/fees.js'
import { receiveTransfer } from '../charges/receive-transfer.js'
import type { StripeWorld } from '../world.js'

export interface TransferOrder {
  readonly amount: number
  readonly currency: string
  readonly destination: string
  readonly sourceTransaction: Charge | undefined
  readonly transferGroup: string | null
  readonly description: string | null
  readonly metadata: Metadata
  /** Of a destination charge: what the platform takes of it, in minor units. */
  readonly applicationFee?: number
}

/**
 * Moves money to a connected account: there a payment comes in, at once or, out of a charge, when the charge's own money does.
 * @emits transfer.created; in the connected account payment.created  @source https://docs.stripe.com/connect/separate-charges-and-transfers (read 2026-11)
 */
export function makeTransfer(world: StripeWorld, order: TransferOrder): Transfer {
  const { amount, currency, destination, sourceTransaction: charge, applicationFee = 0 } = order
  const id = world.id('tr')
  const availableOn = availableWith(world, charge)
  const transaction = book(world, {
    amount: -amount,
    currency,
    type: 'transfer',
    source: id,
    description: order.description,
    ...(availableOn !== undefined && { availableOn }),
  })
  const own = world.of(destination)
  const payment = receiveTransfer(own, { transfer: id, amount, currency, description: order.description })
  const received = book(own, {
    amount,
    currency,
    type: 'payment',
    category: 'charge',
    source: payment.id,
    description: order.description,
    fees: applicationFee > 0 ? [applicationFeeDetail(applicationFee, currency, world.application)] : [],
    ...(availableOn !== undefined && { availableOn }),
  })
  own.emit('payment.created', own.charges.update(payment.id, { balance_transaction: received.id }))
  const transfer = world.transfers.insert({
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: transaction.id,
    created: world.now(),
    currency,
    description: order.description,
    destination,
    destination_payment: payment.id,
    livemode: false,
    metadata: order.metadata,
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: charge?.id ?? null,
    source_type: 'card',
    transfer_group: order.transferGroup,
  })
  world.emit('transfer.created', transfer)
  return transfer
}

/** Unix seconds; undefined where there is nothing to wait for. */
function availableWith(world: StripeWorld, charge: Charge | undefined): number | undefined {
  const booked = charge?.balance_transaction
    ? world.balanceTransactions.find(charge.balance_transaction as string)
    : undefined
  return booked?.status === 'pending' ? booked.available_on : undefined
}
