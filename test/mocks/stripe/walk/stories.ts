import type Stripe from 'stripe'
import { onboarded, pay } from '../../../support/stripe-money.js'
import { sender } from '../../../support/stripe-transfers.js'
import type { Walker } from './walker.js'

/** Comes to the id of a resource by what leads to it, inside of what the path names. */
type Story = (walker: Walker, path: readonly string[]) => Promise<string | undefined>

const MINUTE = 60_000
const BANK = {
  type: 'us_bank_account',
  us_bank_account: { account_holder_type: 'individual', account_number: '000123456789', routing_number: '110000000' },
  billing_details: { name: 'Ada Byron' },
} as const
const DEBIT = {
  confirm: true,
  allowed_payment_method_types: ['us_bank_account'],
  mandate_data: { customer_acceptance: { type: 'offline' } },
} satisfies Stripe.SetupIntentCreateParams

/** What takes more than one request, or another's account: by type, or for one operation by its key and the type. */
export const STORIES: Readonly<Record<string, Story>> = {
  account: ({ world }) => onboarded(world),
  // The fee of a charge that a connected account makes itself.
  application_fee: async (walker) => {
    const stripeAccount = (await walker.keptId('account')) ?? ''
    await pay(walker.world.stripe, 'visa', { application_fee_amount: 500 }, { stripeAccount })
    await walker.world.settled()
    return (await walker.world.stripe.applicationFees.list({ limit: 1 })).data[0]?.id
  },
  bank_account: async ({ world }, [account]) =>
    account?.startsWith('acct_')
      ? (await world.stripe.accounts.createExternalAccount(account, { external_account: 'btok_us_verified' })).id
      : undefined,
  card: async ({ world }, [customer = '']) =>
    (await world.stripe.customers.createSource(customer, { source: 'tok_visa' })).id,
  capability: async () => 'transfers',
  customer_cash_balance_transaction: async ({ world }, [customer = '']) =>
    (await world.stripe.testHelpers.customers.fundCashBalance(customer, { amount: 1000, currency: 'usd' })).id,
  dispute: (walker) => disputed(walker, ({ id }) => id),
  mandate: async ({ world }) => {
    const { stripe } = world
    const { mandate } = await stripe.setupIntents.create({ ...DEBIT, payment_method: 'pm_usBankAccount_success' })
    return mandate as string
  },
  payment_attempt_record: async (walker) => {
    const id = (await walker.keptId('payment_record')) ?? ''
    return (await walker.world.stripe.paymentRecords.retrieve(id)).latest_payment_attempt_record ?? undefined
  },
  'radar.early_fraud_warning': async ({ world }) => {
    await pay(world.stripe, 'createIssuerFraudRecord')
    await world.settled()
    return (await world.stripe.radar.earlyFraudWarnings.list({ limit: 1 })).data[0]?.id
  },
  review: async ({ world }) => {
    await pay(world.stripe, 'riskLevelElevated')
    return (await world.stripe.reviews.list({ limit: 1 })).data[0]?.id
  },
  // Stripe.js makes them, with the key that a page has.
  'GET /v1/tokens/{token} token': async ({ world: { client, keys } }) =>
    (
      await client(keys.publishable).tokens.create({
        card: { number: '4242424242424242', exp_month: '12', exp_year: '2030' },
      })
    ).id,
  'GET /v1/customers/{customer}/payment_methods/{payment_method} payment_method': async ({ world }, [customer = '']) =>
    (await world.stripe.paymentMethods.attach('pm_card_visa', { customer })).id,
  ...Object.fromEntries(
    [
      'GET /v1/charges/{charge}/dispute',
      'POST /v1/charges/{charge}/dispute',
      'POST /v1/charges/{charge}/dispute/close',
    ].map((key) => [`${key} charge`, (walker: Walker) => disputed(walker, ({ charge }) => charge as string)]),
  ),
  // Its owner has the dashboard of an Express account only.
  'POST /v1/accounts/{account}/login_links account': ({ world }) => onboarded(world, { type: 'express' }),
  'POST /v1/accounts/{account}/unreject account': async ({ world }) => {
    const id = await onboarded(world)
    await world.stripe.accounts.reject(id, { reason: 'other' })
    return id
  },
  'POST /v1/payouts/{payout}/cancel payout': async ({ world }) =>
    (await world.stripe.payouts.create({ amount: 1000, currency: 'usd' })).id,
  // One that has arrived.
  'POST /v1/payouts/{payout}/reverse payout': async ({ world }) => {
    const { id } = await world.stripe.payouts.create({ amount: 1000, currency: 'usd', method: 'instant' })
    await world.advance(30 * MINUTE)
    return id
  },
  'POST /v1/payment_intents/{intent}/apply_customer_balance payment_intent': async ({ world }) => {
    const manual = { cash_balance: { settings: { reconciliation_mode: 'manual' } } } as const
    const { pay: ask, send } = await sender(world, manual)
    await send(1000)
    return (await ask()).id
  },
  // Those that ask the customer for a bank account.
  ...Object.fromEntries(
    ['POST /v1/refunds/{refund}/cancel', 'POST /v1/test_helpers/refunds/{refund}/expire'].map((key) => [
      `${key} refund`,
      async ({ world }: Walker) => {
        const { pay: ask, send } = await sender(world)
        await send(10_000)
        const instructions = { payment_intent: (await ask()).id, instructions_email: 'jenny@example.com' }
        return (await world.stripe.refunds.create(instructions)).id
      },
    ]),
  ),
  'POST /v1/payment_intents/{intent}/verify_microdeposits payment_intent': async ({ world: { stripe } }) => {
    const { id: payment_method } = await stripe.paymentMethods.create(BANK)
    return (await stripe.paymentIntents.create({ ...DEBIT, amount: 2000, currency: 'usd', payment_method })).id
  },
  'POST /v1/setup_intents/{intent}/verify_microdeposits setup_intent': async ({ world: { stripe } }) => {
    const { id: payment_method } = await stripe.paymentMethods.create(BANK)
    return (await stripe.setupIntents.create({ ...DEBIT, payment_method })).id
  },
}

async function disputed({ world }: Walker, of: (dispute: Stripe.Dispute) => string): Promise<string | undefined> {
  await pay(world.stripe, 'createDispute')
  await world.settled()
  const [dispute] = (await world.stripe.disputes.list({ limit: 1 })).data
  return dispute && of(dispute)
}
