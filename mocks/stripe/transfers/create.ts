import { checkReceives, connectedAccount } from '../accounts/connected.js'
import { behaviour, type Charge, type Metadata } from '../api.js'
import { checkAvailable } from '../balance/book.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import { makeTransfer } from './make.js'

/**
 * Moves money to a connected account; with `source_transaction` out of a charge, whose money may still be pending.
 * @throws parameter_missing, parameter_invalid_integer, resource_missing, balance_insufficient, insufficient_capabilities_for_transfer,
 * more than the charge has left (400) @unverified wording
 * @emits transfer.created  @source https://docs.stripe.com/api/transfers/create (read 2026-11-24)
 */
export const createTransfer = behaviour('POST /v1/transfers', ({ body }, world) => {
  const currency = checkCurrency(body.currency)
  const charge =
    body.source_transaction === undefined
      ? undefined
      : world.charges.named(body.source_transaction, 'source_transaction')
  const destination = connectedAccount(world, body.destination, 'destination')
  checkReceives(destination)
  const left = charge ? leftOf(world, charge) : undefined
  const amount = body.amount ?? left
  if (amount === undefined) {
    throw invalidRequest('Missing required param: amount.', { code: 'parameter_missing', param: 'amount' })
  }
  if (amount < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (left === undefined) checkAvailable(world, amount, currency)
  else if (amount > left) {
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${charge?.amount_captured}. (${left} are left.)`,
      { param: 'amount' },
    )
  }
  return makeTransfer(world, {
    amount,
    currency,
    destination: destination.id,
    sourceTransaction: charge,
    transferGroup: body.transfer_group ?? charge?.transfer_group ?? (charge ? `group_${charge.id}` : null),
    description: body.description ?? null,
    metadata: mergeMetadata({}, body.metadata as Metadata | undefined),
  })
})

/** What of a charge has not been passed on. @throws a charge that has brought no money (400) */
function leftOf(world: StripeWorld, charge: Charge): number {
  if (!charge.captured || charge.status !== 'succeeded') {
    throw invalidRequest(`The source_transaction ${charge.id} has not been captured.`, { param: 'source_transaction' })
  }
  const passedOn = world.transfers.where('source_transaction', charge.id)
  return charge.amount_captured - passedOn.reduce((sum, { amount, amount_reversed: back }) => sum + amount - back, 0)
}
