import { behaviour, type Metadata } from '../api.js'
import { midnightIn } from '../balance/book.js'
import { missing } from '../errors.js'
import { failureOfToken } from '../external-accounts/test-accounts.js'
import { mergeMetadata } from '../metadata.js'
import { checkAmount, checkCurrency } from '../payment-intents/amount.js'

/** @source https://docs.stripe.com/topups (from memory): five business days; @unverified in test mode */
const DAYS = 5

/**
 * Fetches money from the account's own bank, which takes days. A `source` of `btok_us_verified_insufficientFunds` and its like fails.
 * @throws amount_too_small, resource_missing (400) @unverified which test tokens may stand as source
 * @emits topup.created; later topup.succeeded or topup.failed  @source https://docs.stripe.com/api/topups/create (read 2026-11-24)
 */
export const createTopup = behaviour('POST /v1/topups', ({ body }, world) => {
  const currency = checkCurrency(body.currency)
  checkAmount(body.amount, currency)
  const { source } = body
  const fails = source === undefined ? null : failureOfToken(source)
  if (fails === undefined) throw missing('source', source ?? '', 'source', false)
  const available = midnightIn(world, DAYS)
  const topup = world.topups.insert({
    id: world.id('tu'),
    object: 'topup',
    amount: body.amount,
    balance_transaction: null,
    created: world.now(),
    currency,
    description: body.description ?? null,
    expected_availability_date: available,
    failure_code: null,
    failure_message: null,
    initiated_by: 'user',
    livemode: false,
    metadata: mergeMetadata({}, body.metadata as Metadata | '' | undefined),
    source: null,
    statement_descriptor: body.statement_descriptor ?? null,
    status: 'pending',
    transfer_group: body.transfer_group ?? null,
  })
  world.emit('topup.created', topup)
  world.port.schedule('topup arrives', available * 1000, { topup: topup.id, fails })
  return topup
})
