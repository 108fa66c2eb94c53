import { behaviour } from '../api.js'
import { checkAvailable } from '../balance/book.js'
import { invalidRequest } from '../errors.js'
import { payoutAccount } from '../external-accounts/default.js'
import { mergeMetadata } from '../metadata.js'
import { checkCurrency } from '../payment-intents/amount.js'
import { makePayout } from './make.js'

/**
 * Pays out what is available: with the bank the next day, there the day after; an instant one within half an hour.
 * @throws balance_insufficient, payouts_not_allowed, parameter_invalid_integer, resource_missing, no account to pay to (400) @unverified wording
 * @emits payout.created; later payout.updated, payout.paid or payout.failed  @source https://docs.stripe.com/api/payouts/create (read 2026-11-24)
 */
export const createPayout = behaviour('POST /v1/payouts', ({ body }, world) => {
  const currency = checkCurrency(body.currency)
  if (body.amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  if (!world.account.payouts_enabled) {
    throw invalidRequest('Cannot create payouts: payouts are not enabled for this account.', {
      code: 'payouts_not_allowed',
    })
  }
  const destination = payoutAccount(world, currency, body.destination)
  checkAvailable(world, body.amount, currency)
  return makePayout(world, {
    amount: body.amount,
    currency,
    destination: destination.id,
    type: destination.object,
    automatic: false,
    description: body.description ?? null,
    metadata: mergeMetadata({}, body.metadata),
    method: body.method ?? 'standard',
    statementDescriptor: body.statement_descriptor ?? null,
    original: null,
  })
})
