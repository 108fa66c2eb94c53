import { behaviour } from '../api.js'
import { type ListQuery, list } from '../paging.js'
import type { StripeWorld } from '../world.js'

/**
 * Newest first; by type, source, currency, time, or the automatic payout that paid it out.
 * @throws resource_missing (400) @source https://docs.stripe.com/api/balance_transactions/list (read 2026-11-24)
 */
export const listBalanceTransactions = behaviour('GET /v1/balance_transactions', ({ query }, world) =>
  listTransactions(world, query as TransactionQuery, '/v1/balance_transactions'),
)

/** The same under its old name. @throws resource_missing (400) @source stripe/openapi of 2024-04-10 */
export const listHistory = behaviour('GET /v1/balance/history', ({ query }, world) =>
  listTransactions(world, query as TransactionQuery, '/v1/balance/history'),
)

interface TransactionQuery extends ListQuery {
  readonly currency?: string
  readonly payout?: string
  readonly source?: string
  readonly type?: string
}

function listTransactions(world: StripeWorld, query: TransactionQuery, url: string) {
  const { currency, payout, source, type } = query
  if (payout !== undefined) world.payouts.named(payout, 'payout')
  return list(world.balanceTransactions, query, {
    url,
    where: source === undefined ? undefined : ['source', source],
    filter: (transaction) =>
      (currency === undefined || transaction.currency === currency.toLowerCase()) &&
      (type === undefined || transaction.type === type) &&
      (payout === undefined || paidBy(world, transaction.id) === payout || transaction.source === payout),
  })
}

/** The automatic payout that a transaction's money went with. */
function paidBy(world: StripeWorld, transaction: string): string | undefined {
  return world.paidOut.find(transaction)?.payout
}
