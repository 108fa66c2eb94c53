import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

const PRICE = { amount: 2000, currency: 'usd' } as const

async function withCard(source = 'tok_visa') {
  const world = await stripeWorld()
  const customer = await world.stripe.customers.create({ source, name: 'Ada' })
  const charge = (more: object = {}) => world.stripe.charges.create({ ...PRICE, customer: customer.id, ...more })
  return { ...world, customer: customer.id, card: customer.default_source as string, charge }
}

test('a customer is charged by its default source, again and again', async () => {
  const { customer, card, charge } = await withCard()

  expect(await charge()).toMatchObject({
    status: 'succeeded',
    customer,
    payment_method: card,
    source: { id: card, object: 'card', customer, cvc_check: 'pass' },
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
  })
  expect(await charge({ capture: false })).toMatchObject({ captured: false, payment_method: card })
})

test('another of its cards is charged by its id', async () => {
  const { stripe, customer, charge } = await withCard()
  const { id } = await stripe.customers.createSource(customer, { source: 'tok_mastercard' })

  expect(await charge({ source: id })).toMatchObject({ payment_method: id, source: { brand: 'MasterCard' } })
})

test('a customer without a card is refused in Stripe’s words', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create()

  expect(await errorOf(stripe.charges.create({ ...PRICE, customer }))).toMatchObject({
    statusCode: 402,
    type: 'StripeCardError',
    code: 'missing',
    param: 'card',
    message: expect.stringMatching(/^This Customer doesn't have any saved payment details\. Attach a legacy Token/),
  })
  await stripe.paymentMethods.attach('pm_card_visa', { customer })
  expect((await errorOf(stripe.charges.create({ ...PRICE, customer }))).message).toMatch(
    /^This Customer doesn't have any legacy saved payment details, but does have a Payment Method attached\./,
  )
  expect(await errorOf(stripe.charges.create(PRICE))).toMatchObject({
    statusCode: 400,
    code: 'parameter_missing',
    message: 'Must provide source or customer.',
  })
})

test('a card is charged with its own customer only', async () => {
  const { stripe, customer, card, charge } = await withCard()
  const { default_source: foreign } = await stripe.customers.create({ source: 'tok_visa' })

  for (const source of [String(foreign), 'tok_visa', 'pm_card_visa']) {
    expect(await errorOf(charge({ source }))).toMatchObject({
      statusCode: 404,
      type: 'StripeInvalidRequestError',
      code: 'missing',
      param: 'source',
      message: `Customer ${customer} does not have a linked source with ID ${source}.`,
    })
  }
  expect(await errorOf(stripe.charges.create({ ...PRICE, source: card }))).toMatchObject({
    code: 'resource_missing',
    message: `No such token: '${card}'`,
  })
})

test('a card that attaches may still be declined, and leaves its failed charge', async () => {
  const { stripe, card, charge } = await withCard('tok_chargeCustomerFail')

  const error = await errorOf(charge())

  expect(error).toMatchObject({ statusCode: 402, code: 'card_declined' })
  expect(await stripe.charges.retrieve(error.charge ?? '')).toMatchObject({
    status: 'failed',
    payment_method: card,
    source: { id: card },
  })
})

test('a deleted card is charged no more, and what it paid is refunded all the same', async () => {
  const { stripe, customer, card, charge } = await withCard()
  const { id } = await charge()
  await stripe.customers.deleteSource(customer, card)

  expect(await errorOf(charge())).toMatchObject({ code: 'missing' })
  expect(await errorOf(charge({ source: card }))).toMatchObject({ code: 'missing' })
  expect(await stripe.refunds.create({ charge: id })).toMatchObject({ status: 'succeeded', amount: 2000 })
})

test('the card of a token that is charged is nobody’s, and is used up', async () => {
  const { stripe, customer } = await withCard()

  const charge = await stripe.charges.create({ ...PRICE, source: 'tok_visa' })

  expect(charge).toMatchObject({ customer: null, source: { object: 'card', customer: null } })
  const method = String(charge.payment_method)
  expect(method).toBe(charge.source?.id)
  expect(await errorOf(stripe.paymentMethods.attach(method, { customer }))).toMatchObject({ statusCode: 400 })
})

test('a bank account of a customer is not charged, and says so', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({ source: 'btok_us_verified' })

  expect(await errorOf(stripe.charges.create({ ...PRICE, customer }))).toMatchObject({ statusCode: 501 })
})

test('a source card is a payment method of the same id', async () => {
  const { stripe, customer, card } = await withCard()

  expect(await stripe.paymentMethods.retrieve(card)).toMatchObject({
    id: card,
    object: 'payment_method',
    customer,
    card: { brand: 'visa', checks: { cvc_check: 'pass' } },
  })
  expect((await stripe.paymentMethods.list({ customer })).data.map(({ id }) => id)).toEqual([card])
  await stripe.paymentMethods.update(card, { billing_details: { name: 'Grace' } })
  expect(await stripe.customers.retrieveSource(customer, card)).toMatchObject({ name: 'Grace' })
})

test('PaymentIntents and SetupIntents take it, with its customer', async () => {
  const { stripe, customer, card } = await withCard()
  const off = { confirm: true, off_session: true, payment_method: card } as const

  expect(await stripe.paymentIntents.create({ ...PRICE, ...off, customer })).toMatchObject({
    status: 'succeeded',
    payment_method: card,
  })
  expect(await errorOf(stripe.paymentIntents.create({ ...PRICE, ...off }))).toMatchObject({ statusCode: 400 })
  const allowed_payment_method_types = ['card' as const]
  expect(
    await stripe.setupIntents.create({ customer, payment_method: card, confirm: true, allowed_payment_method_types }),
  ).toMatchObject({ status: 'succeeded', payment_method: card })
})

test('a PaymentIntent confirmed without a payment method takes the default card', async () => {
  const { stripe, customer, card } = await withCard()
  const create = (more: object) => stripe.paymentIntents.create({ ...PRICE, customer, off_session: true, ...more })

  expect(await create({ confirm: true })).toMatchObject({ status: 'succeeded', payment_method: card, source: card })
  expect(await stripe.paymentIntents.create({ ...PRICE, customer })).toMatchObject({ payment_method: null })
})

test('to detach it as a payment method is to delete it as a source', async () => {
  const { stripe, customer, card, eventTypes } = await withCard()
  const before = eventTypes().length

  expect(await stripe.paymentMethods.detach(card)).toMatchObject({ id: card, customer: null })

  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: null })
  expect(eventTypes().slice(before)).toEqual(['payment_method.detached', 'customer.source.deleted', 'customer.updated'])
})
