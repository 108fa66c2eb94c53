import { beforeAll, expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

// Sentences that Stripe's test mode was seen to say in September 2026, word for word: programs match on some of them.
type World = Awaited<ReturnType<typeof stripeWorld>>
let world: World
let customer: string
beforeAll(async () => {
  world = await stripeWorld()
  customer = (await world.stripe.customers.create({})).id
})

const setUp = (more: object = {}) => world.stripe.setupIntents.create({ payment_method: 'pm_card_visa', ...more })
const manual = () =>
  world.stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    capture_method: 'manual',
    confirm: true,
    payment_method: 'pm_card_visa',
    return_url: 'https://shop.example',
  })

test.each<[what: string, act: (stripe: World['stripe']) => Promise<unknown>, code: string | undefined, said: string]>([
  [
    'confirming what is set up',
    async (stripe) => stripe.setupIntents.confirm((await setUp({ confirm: true, return_url: 'https://a.example' })).id),
    'setup_intent_unexpected_state',
    'You cannot confirm this SetupIntent because it has already succeeded.',
  ],
  [
    'confirming what is canceled',
    async (stripe) => stripe.setupIntents.confirm((await stripe.setupIntents.cancel((await setUp()).id)).id),
    'setup_intent_unexpected_state',
    'You cannot confirm this SetupIntent because it has been canceled.',
  ],
  [
    'confirming what is canceled, and has no payment method',
    async (stripe) =>
      stripe.setupIntents.confirm((await stripe.setupIntents.cancel((await stripe.setupIntents.create({})).id)).id),
    'setup_intent_unexpected_state',
    "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
  ],
  [
    'canceling twice',
    async (stripe) => stripe.setupIntents.cancel((await stripe.setupIntents.cancel((await setUp()).id)).id),
    'setup_intent_unexpected_state',
    'You cannot cancel this SetupIntent because it is already canceled.',
  ],
  [
    'canceling what is set up',
    async (stripe) => stripe.setupIntents.cancel((await setUp({ confirm: true, return_url: 'https://a.example' })).id),
    'setup_intent_unexpected_state',
    'You cannot cancel this SetupIntent because it has a status of succeeded. Only a SetupIntent with one of the following statuses may be canceled: `requires_payment_method`, `requires_confirmation`, or `requires_action`.',
  ],
  [
    'verifying deposits of which there were none',
    async (stripe) => stripe.setupIntents.verifyMicrodeposits((await setUp()).id, { amounts: [32, 45] }),
    'intent_invalid_state',
    'This SetupIntent cannot be actioned on because it has a status of requires_confirmation. Only a SetupIntent with one of the following statuses may be actioned on: ["requires_action"].',
  ],
  [
    'capturing nothing',
    async (stripe) => stripe.paymentIntents.capture((await manual()).id, { amount_to_capture: 0 }),
    'parameter_invalid_integer',
    'This value must be greater than or equal to 1.',
  ],
  [
    'capturing less than nothing',
    async (stripe) => stripe.paymentIntents.capture((await manual()).id, { amount_to_capture: -1 }),
    undefined,
    'Invalid non-negative integer',
  ],
  [
    'attaching to nobody',
    (stripe) => stripe.paymentMethods.attach('pm_card_visa', {} as never),
    'parameter_missing',
    'Must provide customer or customer_account.',
  ],
  [
    'a payment method made for a customer',
    (stripe) => stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' }, customer }),
    undefined,
    'You cannot attach a PaymentMethod to a Customer during PaymentMethod creation. Please instead create the PaymentMethod and then attach it using the attachment method of the PaymentMethods API.',
  ],
  [
    'a percentage of nothing',
    (stripe) => stripe.coupons.create({ percent_off: 0 }),
    undefined,
    "This value must be greater than or equal to 0.01 (it currently is '0.0').",
  ],
  [
    'an invoice prefix of small letters',
    (stripe) => stripe.customers.create({ invoice_prefix: 'abc' }),
    undefined,
    'Invoice number prefix must be 1–12 uppercase letters or numbers.',
  ],
  [
    'metadata with a long value',
    (stripe) => stripe.customers.update(customer, { metadata: { note: 'x'.repeat(501) } }),
    undefined,
    `Metadata values can have up to 500 characters, but you passed in a value that is 501 characters. Invalid value: ${'x'.repeat(501)}`,
  ],
  [
    'metadata with a long key',
    (stripe) => stripe.customers.update(customer, { metadata: { ['k'.repeat(41)]: '1' } }),
    undefined,
    `Metadata keys can have up to 40 characters, but you passed in a key that is 41 characters. Invalid key: ${'k'.repeat(41)}`,
  ],
])('%s', async (_what, act, code, said) => {
  const error = await errorOf(act(world.stripe))
  expect([error.statusCode, error.code, error.message]).toEqual([400, code, said])
})

test('an invoice prefix is one customer’s', async () => {
  const { stripe } = world
  const { id } = await stripe.customers.create({ invoice_prefix: 'TEA1' })
  expect((await stripe.customers.update(id, { invoice_prefix: 'TEA1' })).invoice_prefix).toBe('TEA1')
  expect(await errorOf(stripe.customers.create({ invoice_prefix: 'TEA1' }))).toMatchObject({
    param: 'invoice_prefix',
    message: `This invoice number prefix is taken by customer: ${id}. Please enter a different prefix.`,
  })
})

test('a connected account is in a country that there is', async () => {
  const { stripe } = world
  expect((await stripe.accounts.create({ type: 'express', country: 'EG' })).country).toBe('EG')
  expect(await errorOf(stripe.accounts.create({ type: 'express', country: 'ZZ' }))).toMatchObject({
    param: 'country',
    message: expect.stringMatching(/^Country 'ZZ' is unknown\. Try using a 2-character/),
  })
})

test('a customer comes with a payment method that is the default for invoices too', async () => {
  const { stripe } = world
  const { id, invoice_settings: settings } = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  expect((await stripe.customers.listPaymentMethods(id)).data.map((method) => method.id)).toEqual([
    settings.default_payment_method,
  ])
})

test('a customer with a balance has the currency of the account', async () => {
  const { stripe } = world
  const { id, currency } = await stripe.customers.create({ balance: 0 })
  expect(currency).toBeNull()
  expect((await stripe.customers.update(id, { balance: -500 })).currency).toBe('usd')
  expect((await stripe.customers.create({ balance: 500 })).currency).toBe('usd')
})

test('a refund is booked under what its charge was for', async () => {
  const { stripe } = world
  const charge = await stripe.charges.create({ amount: 900, currency: 'usd', source: 'tok_visa', description: 'Tea' })
  const { balance_transaction } = await stripe.refunds.create({ charge: charge.id })
  const { description } = await stripe.balanceTransactions.retrieve(String(balance_transaction))
  expect(description).toBe('REFUND FOR CHARGE (Tea)')
})
