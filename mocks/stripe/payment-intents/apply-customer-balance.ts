import type { CallFacts } from '../../../src/engine/kit.js'
import { behaviour, type PaymentIntent, type PaymentMethod } from '../api.js'
import { cashIn } from '../cash-balance/cash-balance.js'
import { invalidRequest } from '../errors.js'
import { pagesOrigin } from '../pages/origin.js'
import { createPaymentMethod } from '../payment-methods/payment-method.js'
import type { StripeWorld } from '../world.js'
import { attemptTransfer, payerOf } from './attempt-transfer.js'
import { fundIntent, remainingOf, waitsForTransfer } from './bank-transfer.js'
import { checkAllowed, unexpectedState } from './payment-intent.js'

/**
 * Uses a customer's cash balance for a PaymentIntent by hand: an amount, or what it waits for as far as the balance goes. Minor units.
 * @throws resource_missing (404), payment_intent_unexpected_state, amount_too_large, parameter_invalid_integer, balance_insufficient, another currency
 * (400) @unverified wording and codes  @emits customer_cash_balance_transaction.created, payment_intent.partially_funded, charge.succeeded,
 * payment_intent.succeeded  @source https://docs.stripe.com/payments/customer-balance/reconciliation (as captured 2026-05)
 */
export const applyCustomerBalance = behaviour(
  'POST /v1/payment_intents/{intent}/apply_customer_balance',
  ({ params, body = {}, call }, world) => {
    const intent = world.paymentIntents.get(params.intent, 'intent')
    checkAllowed(intent, 'apply')
    const method = methodOf(world, intent, call)
    const available = checkAmount(world, intent, body)
    const use = Math.min(body.amount ?? remainingOf(world, intent), available)
    if (use > 0 && waitsForTransfer(intent)) return fundIntent(world, intent, use)
    return attemptTransfer(world, intent, { method, origin: pagesOrigin(call, 'payments'), use })
  },
)

interface Asked {
  readonly amount?: number
  readonly currency?: string
}

/** @returns what the customer has, in minor units */
function checkAmount(world: StripeWorld, intent: PaymentIntent, { amount, currency }: Asked): number {
  if (currency !== undefined && currency.toLowerCase() !== intent.currency) {
    throw invalidRequest(`The currency (${currency}) is not that of the PaymentIntent (${intent.currency}).`, {
      param: 'currency',
    })
  }
  const left = remainingOf(world, intent)
  if (amount !== undefined && amount < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (amount !== undefined && amount > left) {
    throw invalidRequest(`The amount (${amount}) is greater than what the PaymentIntent waits for (${left}).`, {
      code: 'amount_too_large',
      param: 'amount',
    })
  }
  const available = cashIn(world, payerOf(intent), intent.currency)
  if (available >= (amount ?? Math.min(left, 1))) return available
  throw invalidRequest(
    `The customer's cash balance (${available}) is not enough to apply ${amount ?? left} ${intent.currency}.`,
    { code: 'balance_insufficient' },
  )
}

/** A transfer is waited for already, or the PaymentIntent may be paid by one. */
function methodOf(world: StripeWorld, intent: PaymentIntent, call: CallFacts): PaymentMethod {
  if (waitsForTransfer(intent)) return world.paymentMethods.named(String(intent.payment_method), 'payment_method')
  const types = intent.payment_method_types as readonly string[]
  if (types.includes('customer_balance')) return createPaymentMethod({ type: 'customer_balance' }, call, world)
  throw unexpectedState(
    intent,
    `You cannot apply a customer's balance to this PaymentIntent: it does not wait for a bank transfer, and takes ${types.join(', ')} only.`,
  )
}
