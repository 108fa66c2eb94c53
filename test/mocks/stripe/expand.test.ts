import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

async function paid() {
  const world = await stripeWorld()
  const customer = await world.stripe.customers.create({ name: 'Jenny' })
  const intent = await world.stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    customer: customer.id,
    confirm: true,
    capture_method: 'automatic',
    payment_method: 'pm_card_visa',
    return_url: 'https://shop.example',
  })
  return { ...world, customer, intent }
}

test('an id is replaced by the object, on every method', async () => {
  const { stripe, customer, intent } = await paid()

  expect((await stripe.paymentIntents.retrieve(intent.id, { expand: ['customer'] })).customer).toEqual(customer)
  expect((await stripe.paymentIntents.update(intent.id, { description: 'x', expand: ['customer'] })).customer).toEqual(
    customer,
  )
  expect(
    (await stripe.paymentIntents.create({ amount: 100, currency: 'usd', customer: customer.id, expand: ['customer'] }))
      .customer,
  ).toEqual(customer)
})

test('objects inside objects are expanded, several at a time', async () => {
  const { stripe, intent } = await paid()

  const { latest_charge, payment_method } = await stripe.paymentIntents.retrieve(intent.id, {
    expand: ['latest_charge.balance_transaction', 'latest_charge.customer', 'payment_method'],
  })

  expect(latest_charge).toMatchObject({
    balance_transaction: { object: 'balance_transaction' },
    customer: { object: 'customer' },
  })
  expect(payment_method).toMatchObject({ object: 'payment_method' })
})

test('in a list the path begins with data.', async () => {
  const { stripe, customer } = await paid()

  const { data } = await stripe.paymentIntents.list({
    expand: ['data.customer', 'data.latest_charge.balance_transaction'],
  })

  expect(data[0]).toMatchObject({
    customer: { id: customer.id },
    latest_charge: { balance_transaction: { net: 1912 } },
  })
  const error = await errorOf(stripe.paymentIntents.list({ expand: ['customer'] }))
  expect(error.message).toBe(
    "This property cannot be expanded (customer). You may want to try expanding 'data.customer' instead.",
  )
})

test('refunds of a charge are there only when they are asked for', async () => {
  const { stripe, intent } = await paid()
  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 500 })
  const charge = refund.charge as string

  expect(await stripe.charges.retrieve(charge)).not.toHaveProperty('refunds')
  const expanded = await stripe.charges.retrieve(charge, { expand: ['refunds'] })
  expect(expanded.refunds).toMatchObject({
    object: 'list',
    data: [{ id: refund.id, charge }],
    has_more: false,
    url: `/v1/charges/${charge}/refunds`,
  })
  const deep = await stripe.paymentIntents.retrieve(intent.id, {
    expand: ['latest_charge.refunds.data.balance_transaction'],
  })
  expect((deep.latest_charge as Stripe.Charge).refunds?.data[0]).toMatchObject({
    balance_transaction: { amount: -500 },
  })
})

test.each(['metadata', 'description', 'nonsense', 'customer.nonsense', 'id'])('%s cannot be expanded', async (path) => {
  const { stripe, intent } = await paid()

  const error = await errorOf(stripe.paymentIntents.retrieve(intent.id, { expand: [path] }))

  expect(error).toMatchObject({ statusCode: 400, message: `This property cannot be expanded (${path}).` })
})

test('four levels are expanded, five are not', async () => {
  const { stripe, intent } = await paid()

  const four = await stripe.paymentIntents.retrieve(intent.id, {
    expand: ['latest_charge.payment_intent.latest_charge.customer'],
  })
  expect(four.latest_charge).toMatchObject({ payment_intent: { latest_charge: { customer: { name: 'Jenny' } } } })
  const error = await errorOf(
    stripe.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge.payment_intent.latest_charge.payment_intent.customer'],
    }),
  )
  expect(error).toMatchObject({ statusCode: 400, message: expect.stringContaining('more than 4 levels') })
})

test('a customer that was deleted is expanded as that', async () => {
  const { stripe, customer, intent } = await paid()
  await stripe.customers.del(customer.id)

  expect((await stripe.paymentIntents.retrieve(intent.id, { expand: ['customer'] })).customer).toEqual({
    id: customer.id,
    object: 'customer',
    deleted: true,
  })
})

test('what is not there stays null', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create({ amount: 100, currency: 'usd' })

  expect(await stripe.paymentIntents.retrieve(id, { expand: ['customer', 'latest_charge.customer'] })).toMatchObject({
    customer: null,
    latest_charge: null,
  })
})

test('a create whose expansion is refused creates nothing', async () => {
  const { stripe } = await stripeWorld()

  await errorOf(stripe.customers.create({ expand: ['nonsense'] }))

  expect((await stripe.customers.list()).data).toEqual([])
})
