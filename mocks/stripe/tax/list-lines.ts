import { behaviour } from '../api.js'
import { listWithin } from '../paging.js'
import { transactionLines } from './transaction.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/tax/calculations/line_items (read 2026-11) */
export const listCalculationLines = behaviour(
  'GET /v1/tax/calculations/{calculation}/line_items',
  ({ params, query }, world) => {
    const { id } = world.taxCalculations.get(params.calculation, 'calculation')
    const lines = world.taxLines.find(String(id))?.lines ?? []
    const own = lines.flatMap((line) => (line.object === 'tax.calculation_line_item' ? [line] : []))
    return listWithin(own, query, `/v1/tax/calculations/${id}/line_items`)
  },
)

/** @throws resource_missing (404) @source https://docs.stripe.com/api/tax/transactions/line_items (read 2026-11) */
export const listTransactionLines = behaviour(
  'GET /v1/tax/transactions/{transaction}/line_items',
  ({ params, query }, world) => {
    const { id } = world.taxTransactions.get(params.transaction, 'transaction')
    return listWithin(transactionLines(world, id), query, `/v1/tax/transactions/${id}/line_items`)
  },
)
