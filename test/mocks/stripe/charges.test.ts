import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

test('a token is charged directly', async () => {
  const { stripe } = await stripeWorld()

  const charge = await stripe.charges.create({
    amount: 2000,
    currency: 'usd',
    source: 'tok_visa',
    description: 'a book',
    metadata: { order: '1' },
  })

  expect(charge).toMatchObject({
    id: expect.stringMatching(/^ch_/),
    status: 'succeeded',
    captured: true,
    payment_intent: null,
    description: 'a book',
    metadata: { order: '1' },
    balance_transaction: expect.stringMatching(/^txn_/),
  })
  expect(await stripe.balanceTransactions.retrieve(charge.balance_transaction as string)).toMatchObject({
    amount: 2000,
    fee: 88,
    source: charge.id,
  })
})

test('a declining token leaves its failed charge behind', async () => {
  const { stripe } = await stripeWorld()

  const error = await errorOf(stripe.charges.create({ amount: 2000, currency: 'usd', source: 'tok_chargeDeclined' }))

  expect(error).toMatchObject({ statusCode: 402, code: 'card_declined', decline_code: 'generic_decline' })
  expect(await stripe.charges.retrieve(error.charge ?? '')).toMatchObject({
    status: 'failed',
    paid: false,
    failure_message: 'Your card was declined.',
  })
})

test('a charge is authorised first and captured later, once', async () => {
  const { stripe } = await stripeWorld()
  const held = await stripe.charges.create({ amount: 2000, currency: 'usd', source: 'tok_visa', capture: false })
  expect(held).toMatchObject({ captured: false, balance_transaction: null })

  expect(await errorOf(stripe.charges.capture(held.id, { amount: 2001 }))).toMatchObject({ code: 'amount_too_large' })
  expect(await stripe.charges.capture(held.id, { amount: 1500 })).toMatchObject({
    captured: true,
    amount_captured: 1500,
    amount_refunded: 500,
  })
  expect(await errorOf(stripe.charges.capture(held.id))).toMatchObject({
    statusCode: 400,
    code: 'charge_already_captured',
  })
})

test('charges are listed by PaymentIntent and customer, failed ones too', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd', customer })
  const confirm = (payment_method: string) =>
    stripe.paymentIntents.confirm(id, { payment_method, return_url: 'https://shop.example' })
  await errorOf(confirm('pm_card_visa_chargeDeclined'))
  await confirm('pm_card_visa')
  await stripe.charges.create({ amount: 100, currency: 'usd', source: 'tok_visa' })

  expect((await stripe.charges.list({ payment_intent: id })).data.map(({ status }) => status)).toEqual([
    'succeeded',
    'failed',
  ])
  expect((await stripe.charges.list({ customer })).data).toHaveLength(2)
  expect((await stripe.charges.list()).data).toHaveLength(3)
})

test('description and metadata of a charge are changed', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.charges.create({ amount: 2000, currency: 'usd', source: 'tok_visa' })

  expect(await stripe.charges.update(id, { description: 'other', metadata: { a: '1' } })).toMatchObject({
    description: 'other',
    metadata: { a: '1' },
  })
  expect(await errorOf(stripe.charges.retrieve('ch_none'))).toMatchObject({
    statusCode: 404,
    message: "No such charge: 'ch_none'",
  })
})

test('a receipt can be read by whoever has its address', async () => {
  const { stripe, send } = await stripeWorld()
  const { receipt_url } = await stripe.charges.create({
    amount: 2000,
    currency: 'usd',
    source: 'tok_visa',
    description: '<b>bold</b>',
  })

  const page = await send({ target: new URL(receipt_url ?? '').pathname, key: null })

  expect(page.status).toBe(200)
  expect(page.body).toContain('$20.00 USD')
  expect(page.body).toContain('&lt;b&gt;bold&lt;/b&gt;')
})
