import { behaviour, type Metadata } from '../api.js'
import { refundFeeOf } from '../application-fees/refund.js'
import { checkAvailable } from '../balance/book.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { reverseTransfer, stillPending } from './reverse.js'
import { standingOf, transferLifecycle } from './transfer.js'

/**
 * Reverses a transfer, whole or in part. What the connected account has been given already must be there.
 * @throws resource_missing (404), balance_insufficient, parameter_invalid_integer, a transfer that is reversed, more than is left (400) @unverified wording
 * @emits transfer.reversed  @source https://docs.stripe.com/api/transfer_reversals/create (read 2026-11-24)
 */
export const createReversal = behaviour('POST /v1/transfers/{id}/reversals', ({ params, body = {} }, world) => {
  const transfer = world.transfers.get(params.id, 'id')
  const left = transfer.amount - transfer.amount_reversed
  if (left < 1 || !transferLifecycle.allows(standingOf(transfer), 'reverse')) {
    throw invalidRequest(`Transfer ${transfer.id} is already fully reversed.`)
  }
  const amount = body.amount ?? left
  if (amount < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (amount > left) {
    throw invalidRequest(
      `Reversal amount (${amount}) is greater than the unreversed amount on the transfer (${left}).`,
      {
        param: 'amount',
      },
    )
  }
  if (stillPending(world, transfer) === undefined) {
    checkAvailable(world.of(transfer.destination as string), amount, transfer.currency)
  }
  const reversal = reverseTransfer(world, transfer, {
    amount,
    metadata: mergeMetadata({}, body.metadata as Metadata | '' | undefined),
    refund: null,
  })
  const { source_transaction: charge } = transfer
  if (body.refund_application_fee && charge !== null) refundFeeOf(world, charge as string, amount, transfer.amount)
  return reversal
})
