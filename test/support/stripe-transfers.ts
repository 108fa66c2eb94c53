import type Stripe from 'stripe'
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
