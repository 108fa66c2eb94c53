import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { checkCurrency } from '../payment-intents/amount.js'
import { receiveBankTransfer } from './receive.js'

/**
 * Has a customer send money by bank transfer. Amounts in minor units.
 * @throws resource_missing (404), parameter_invalid_integer, a currency without bank transfers (400)
 * @emits customer_cash_balance_transaction.created, cash_balance.funds_available, payment_intent.partially_funded, charge.succeeded,
 * payment_intent.succeeded  @source https://docs.stripe.com/api/cash_balance_transactions/fund_cash_balance (read 2026-11)
 */
export const fundCashBalance = behaviour(
  'POST /v1/test_helpers/customers/{customer}/fund_cash_balance',
  ({ params, body }, world) => {
    const customer = world.customers.get(params.customer, 'customer')
    const { amount, reference = null } = body
    if (amount < 1) {
      throw invalidRequest('This value must be greater than or equal to 1.', {
        code: 'parameter_invalid_integer',
        param: 'amount',
      })
    }
    const currency = checkCurrency(body.currency)
    return receiveBankTransfer(world, { customer: customer.id, currency, amount, reference })
  },
)
