import { behaviour } from '../api.js'
import { checkCurrency } from '../payment-intents/amount.js'
import { instructionsFor } from './instructions.js'
import { transferKind } from './transfer-types.js'

/**
 * Says where a customer sends money, before any payment asks for it.
 * @throws resource_missing (404), parameter_missing, a currency, type or country without bank transfers (400)
 * @source https://docs.stripe.com/api/cash_balance_transactions/create_funding_instructions (read 2026-11)
 */
export const createFundingInstructions = behaviour(
  'POST /v1/customers/{customer}/funding_instructions',
  ({ params, body }, world) => {
    const customer = world.customers.get(params.customer, 'customer')
    const currency = checkCurrency(body.currency)
    const { requested_address_types: requested, ...wanted } = body.bank_transfer
    const kind = transferKind(wanted, currency, 'bank_transfer')
    return instructionsFor(world, customer.id, { kind, currency, requested })
  },
)
