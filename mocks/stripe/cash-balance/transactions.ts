import { behaviour } from '../api.js'
import { missing } from '../errors.js'
import { list } from '../paging.js'

/** Newest first. @throws resource_missing (404) @source https://docs.stripe.com/api/cash_balance_transactions/list (read 2026-11) */
export const listCashTransactions = behaviour(
  'GET /v1/customers/{customer}/cash_balance_transactions',
  ({ params, query }, world) => {
    const { id } = world.customers.get(params.customer, 'customer')
    const url = `/v1/customers/${id}/cash_balance_transactions`
    return list(world.cashTransactions, query, { url, where: ['customer', id] })
  },
)

/** @throws resource_missing (404) @source https://docs.stripe.com/api/cash_balance_transactions/retrieve (read 2026-11) */
export const retrieveCashTransaction = behaviour(
  'GET /v1/customers/{customer}/cash_balance_transactions/{transaction}',
  ({ params }, world) => {
    const { id } = world.customers.get(params.customer, 'customer')
    const transaction = world.cashTransactions.get(params.transaction, 'transaction')
    if (transaction.customer === id) return transaction
    throw missing(world.cashTransactions.type, transaction.id, 'transaction', true)
  },
)
