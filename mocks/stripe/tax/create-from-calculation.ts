import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { type CalculationLine, checkReference, insertTransaction } from './transaction.js'

/**
 * Records the tax of a sale, once for each calculation.
 * @throws resource_missing, resource_already_exists, a calculation that has expired or was recorded before, a posting before the tax date or
 * in the future (400) @unverified code and wording, and that a calculation is recorded once only
 * @source https://docs.stripe.com/api/tax/transactions/create_from_calculation (read 2026-11)
 */
export const createFromCalculation = behaviour(
  'POST /v1/tax/transactions/create_from_calculation',
  ({ body }, world) => {
    const calculation = world.taxCalculations.named(body.calculation, 'calculation')
    const id = String(calculation.id)
    checkReference(world, body.reference)
    if (calculation.expires_at !== null && calculation.expires_at <= world.now()) {
      throw invalidRequest(`The tax calculation ${id} has expired. Create a new one.`, { param: 'calculation' })
    }
    const kept = world.taxLines.find(id)
    if (kept?.transaction !== undefined) {
      throw invalidRequest(`The tax calculation ${id} was already used for the tax transaction ${kept.transaction}.`, {
        param: 'calculation',
      })
    }
    const postedAt = body.posted_at ?? world.now()
    if (postedAt > world.now() || postedAt < Math.min(calculation.tax_date, world.now())) {
      throw invalidRequest('The posted_at must be between the tax_date of the calculation and now.', {
        param: 'posted_at',
      })
    }
    const lines = (kept?.lines ?? []).flatMap((line) => (line.object === 'tax.calculation_line_item' ? [line] : []))
    const { currency, customer, customer_details, ship_from_details, shipping_cost, tax_date } = calculation
    const recorded = insertTransaction(
      world,
      {
        currency,
        customer,
        customer_details,
        posted_at: postedAt,
        reference: body.reference,
        reversal: null,
        ship_from_details,
        shipping_cost,
        tax_date,
        type: 'transaction',
      },
      lines.map((line) => recordedLine(world.id('tax_li', 14), line)),
      body.metadata,
    )
    if (kept) world.taxLines.put({ ...kept, transaction: recorded.id })
    return recorded
  },
)

function recordedLine(id: string, line: CalculationLine) {
  const { performance_location: _, tax_breakdown: __, ...shared } = line
  return {
    ...shared,
    id,
    object: 'tax.transaction_line_item' as const,
    reversal: null,
    type: 'transaction' as const,
  }
}
