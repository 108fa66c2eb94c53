import type Stripe from 'stripe'
import { expect } from 'vitest'
import { cashIn } from '../../mocks/stripe/cash-balance/cash-balance.js'
import { waitingOf } from '../../mocks/stripe/payment-intents/bank-transfer.js'
import type { StripeWorld } from '../../mocks/stripe/world.js'
import type { stripeWorld } from './stripe.js'

export type World = Awaited<ReturnType<typeof stripeWorld>>

/** The parameters of a payment by bank transfer. */
export const byTransfer = {
  amount: 10_000,
  currency: 'usd',
  allowed_payment_method_types: ['customer_balance'],
  payment_method_data: { type: 'customer_balance' },
  payment_method_options: {
    customer_balance: { funding_type: 'bank_transfer', bank_transfer: { type: 'us_bank_transfer' } },
  },
  confirm: true,
} satisfies Stripe.PaymentIntentCreateParams

/** A customer who sends money, and pays with it. */
export async function sender(world: World, params: Stripe.CustomerCreateParams = {}) {
  const { stripe } = world
  const { id: customer } = await stripe.customers.create(params)
  return {
    customer,
    send: (amount: number, reference?: string, currency = 'usd') =>
      stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency, ...(reference && { reference }) }),
    pay: (more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
      stripe.paymentIntents.create({ ...byTransfer, customer, ...more }),
    /** What is left of the customer's dollars. */
    cash: async () => (await stripe.customers.retrieveCashBalance(customer)).available?.usd ?? 0,
    /** How it came to that, oldest first: what for, and how much. */
    moves: async () =>
      (await stripe.customers.listCashBalanceTransactions(customer, { limit: 100 })).data
        .map(({ type, net_amount: amount }) => `${type} ${amount}`)
        .reverse(),
  }
}

/** What a payment waits for. */
export function remaining({ next_action: action }: Stripe.PaymentIntent): number | null | undefined {
  return action?.display_bank_transfer_instructions?.amount_remaining
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** A customer's money is what came in less what payments have of it, and lies idle only where nothing waits for it. */
export function cashAddsUp(view: StripeWorld, customer: string): void {
  const cash = cashIn(view, customer, 'usd')
  const moves = view.cashTransactions.all()
  expect(cash).toBe(sum(moves.map((each) => each.net_amount)))
  expect(cash).toBeGreaterThanOrEqual(0)
  if (cash > 0) expect(waitingOf(view, customer, 'usd')).toEqual([])
  for (const { id, amount, latest_charge: charge, status } of view.paymentIntents.all()) {
    const given = moves.filter(
      (each) => (each.applied_to_payment ?? each.unapplied_from_payment)?.payment_intent === id,
    )
    const paid = view.charges.find(String(charge))?.payment_method_details?.type === 'customer_balance'
    const held = view.bankTransfers.find(id)?.applied ?? 0
    expect(sum(given.map((each) => -each.net_amount))).toBe(status === 'succeeded' && paid ? amount : held)
  }
}
