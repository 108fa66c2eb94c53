import type { Metadata, Refund } from '../api.js'
import { cashIn, moveCash } from '../cash-balance/cash-balance.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import { askedFor } from './destination.js'
import { settleLater } from './settle.js'

export interface CashReturn {
  readonly amount?: number
  readonly currency?: string
  readonly customer?: string
  readonly instructions_email?: string
  readonly metadata?: Metadata | ''
  readonly reason?: NonNullable<Refund['reason']>
}

/**
 * Sends what is left of a customer's cash balance back, once they have named a bank account. The account's own balance has no part in it.
 * @throws parameter_missing, resource_missing, balance_insufficient, a customer without an address (400) @unverified wording and codes
 * @emits customer_cash_balance_transaction.created, refund.created
 * @source https://docs.stripe.com/payments/customer-balance/refunding (as captured 2026-05)
 */
export function returnCash(world: StripeWorld, input: CashReturn): Refund {
  const amount = given(input.amount, 'amount')
  const currency = checkCurrency(given(input.currency, 'currency'))
  const customer = world.customers.named(given(input.customer, 'customer'), 'customer')
  const email = input.instructions_email ?? customer.email
  if (!email) {
    throw invalidRequest(
      `Customer ${customer.id} has no email address to ask for a bank account at. Give an \`instructions_email\`, or update the customer.`,
      { param: 'instructions_email' },
    )
  }
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  const available = cashIn(world, customer.id, currency)
  if (amount > available) {
    throw invalidRequest(`The customer's cash balance (${available}) is not enough to return ${amount} ${currency}.`, {
      code: 'balance_insufficient',
      param: 'amount',
    })
  }
  const refund = world.refunds.insert(newReturn(world, { ...input, amount, currency, customer: customer.id, email }))
  moveCash(world, { customer: customer.id, currency, amount: -amount, type: 'return_initiated' })
  world.emit('refund.created', refund)
  settleLater(world, refund, false)
  return refund
}

interface Checked extends CashReturn {
  readonly amount: number
  readonly currency: string
  readonly customer: string
  readonly email: string
}

function newReturn(world: StripeWorld, { amount, currency, customer, email, metadata, reason }: Checked): Refund {
  return {
    id: world.id('pyr'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: null,
    created: world.now(),
    currency,
    customer,
    customer_account: null,
    ...askedFor(world, currency, email),
    metadata: mergeMetadata({}, metadata),
    payment_intent: null,
    payment_method: null,
    reason: reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'requires_action',
    transfer_reversal: null,
  }
}

function given<T>(value: T | undefined, param: string): T {
  if (value !== undefined) return value
  throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}
