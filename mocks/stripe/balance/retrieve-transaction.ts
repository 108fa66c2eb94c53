import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/balance_transactions/retrieve (read 2026-11-24) */
export const retrieveBalanceTransaction = behaviour('GET /v1/balance_transactions/{id}', ({ params }, world) =>
  world.balanceTransactions.get(params.id, 'id'),
)

/** The same under its old name. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const retrieveHistory = behaviour('GET /v1/balance/history/{id}', ({ params }, world) =>
  world.balanceTransactions.get(params.id, 'id'),
)
