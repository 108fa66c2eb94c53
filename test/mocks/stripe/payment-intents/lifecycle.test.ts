import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { paymentIntentLifecycle, type Status } from '../../../../mocks/stripe/payment-intents/payment-intent.js'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

type World = Awaited<ReturnType<typeof stripeWorld>>
type Action = keyof typeof paymentIntentLifecycle.actions

const base = {
  amount: 2000,
  currency: 'usd',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} satisfies Stripe.PaymentIntentCreateParams
const mandate_data = { customer_acceptance: { type: 'offline' } } as const
const incremental = { card: { request_incremental_authorization: 'if_available' } } as const

/** How a PaymentIntent gets into each state. */
const reach: Record<Status, (world: World) => Promise<Stripe.PaymentIntent>> = {
  requires_payment_method: ({ stripe }) => stripe.paymentIntents.create(base),
  requires_confirmation: ({ stripe }) => stripe.paymentIntents.create({ ...base, payment_method: 'pm_card_visa' }),
  requires_action: ({ stripe }) =>
    stripe.paymentIntents.create({
      ...base,
      payment_method_data: {
        type: 'us_bank_account',
        us_bank_account: {
          account_holder_type: 'individual',
          account_number: '000123456789',
          routing_number: '110000000',
        },
      },
      confirm: true,
      mandate_data,
    }),
  processing: ({ stripe }) =>
    stripe.paymentIntents.create({ ...base, payment_method: 'pm_usBankAccount_success', confirm: true, mandate_data }),
  requires_capture: ({ stripe }) =>
    stripe.paymentIntents.create({
      ...base,
      payment_method: 'pm_card_visa',
      confirm: true,
      capture_method: 'manual',
      payment_method_options: incremental,
    }),
  succeeded: ({ stripe }) => stripe.paymentIntents.create({ ...base, payment_method: 'pm_card_visa', confirm: true }),
  canceled: async ({ stripe }) => stripe.paymentIntents.cancel((await stripe.paymentIntents.create(base)).id),
}

const act: Record<Action, (world: World, id: string) => Promise<unknown>> = {
  update: ({ stripe }, id) => stripe.paymentIntents.update(id, { amount: 2500 }),
  confirm: ({ stripe }, id) => stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
  capture: ({ stripe }, id) => stripe.paymentIntents.capture(id),
  increment: ({ stripe }, id) => stripe.paymentIntents.incrementAuthorization(id, { amount: 3000 }),
  cancel: ({ stripe }, id) => stripe.paymentIntents.cancel(id),
  verify: ({ stripe }, id) => stripe.paymentIntents.verifyMicrodeposits(id, { descriptor_code: 'SM11AA' }),
  apply: async ({ stripe, view }, id) => {
    const { status } = view.paymentIntents.get(id, 'intent')
    if (paymentIntentLifecycle.allows(status, 'apply')) {
      const { id: customer } = await stripe.customers.create()
      await stripe.testHelpers.customers.fundCashBalance(customer, { amount: 2000, currency: 'usd' })
      await stripe.paymentIntents.update(id, { customer, allowed_payment_method_types: ['customer_balance'] })
    }
    await stripe.paymentIntents.applyCustomerBalance(id)
  },
  authenticate: async () => {},
  settle: async () => {},
  fund: async () => {},
}

const cells = paymentIntentLifecycle.states.flatMap((state) =>
  (Object.keys(paymentIntentLifecycle.actions) as Action[])
    // A person does the one, banks the others.
    .filter((action) => !['authenticate', 'settle', 'fund'].includes(action))
    .map((action) => ({ state, action, allowed: paymentIntentLifecycle.allows(state, action) })),
)

test.each(cells.filter(({ allowed }) => allowed))('$action is allowed in $state', async ({ state, action }) => {
  const world = await stripeWorld()
  const intent = await reach[state](world)
  expect(intent.status).toBe(state)

  await act[action](world, intent.id)

  const { status } = await world.stripe.paymentIntents.retrieve(intent.id)
  const { to } = paymentIntentLifecycle.actions[action]
  expect([...to, ...(action === 'update' ? [state] : [])]).toContain(status)
})

test.each(cells.filter(({ allowed }) => !allowed))(
  '$action is refused in $state, and changes nothing',
  async (cell) => {
    const world = await stripeWorld()
    const intent = await reach[cell.state](world)
    await world.settled()
    const events = world.eventTypes()

    const error = await errorOf(act[cell.action](world, intent.id))

    expect(error).toMatchObject({
      statusCode: 400,
      type: 'StripeInvalidRequestError',
      code: 'payment_intent_unexpected_state',
    })
    expect(error.payment_intent).toMatchObject({ id: intent.id, status: cell.state })
    expect(error.message).toMatch(/status of|already|has been released/)
    expect(await world.stripe.paymentIntents.retrieve(intent.id)).toEqual(intent)
    expect(world.eventTypes()).toEqual(events)
  },
)
