import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const twenty = { amount: 2000, currency: 'usd' } as const

test('an amount, a description and metadata are changed, and an empty string unsets', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create({ ...twenty, description: 'a book', metadata: { a: '1', b: '2' } })

  const updated = await stripe.paymentIntents.update(id, { amount: 2500, description: '', metadata: { b: '', c: '3' } })

  expect(updated).toMatchObject({ amount: 2500, description: null, metadata: { a: '1', c: '3' } })
  expect(updated.metadata).not.toHaveProperty('b')
})

test('giving a payment method makes it wait for confirmation, taking it away undoes that', async () => {
  const { stripe, send } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(twenty)

  expect(await stripe.paymentIntents.update(id, { payment_method: 'pm_card_visa' })).toMatchObject({
    status: 'requires_confirmation',
  })
  const { json } = await send({ method: 'POST', target: `/v1/payment_intents/${id}`, text: 'payment_method=' })
  expect(json).toMatchObject({ status: 'requires_payment_method', payment_method: null })
})

test('what does not touch the money may be changed after payment, the amount may not', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create({
    ...twenty,
    confirm: true,
    payment_method: 'pm_card_visa',
    return_url: 'https://shop.example',
  })

  expect(await stripe.paymentIntents.update(id, { metadata: { shipped: 'yes' } })).toMatchObject({
    metadata: { shipped: 'yes' },
  })
  const error = await errorOf(stripe.paymentIntents.update(id, { amount: 1 }))
  expect(error).toMatchObject({ code: 'payment_intent_unexpected_state' })
  expect(error.message).toBe(
    "This PaymentIntent's amount could not be updated because it has a status of succeeded. You may only update the amount of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation, requires_action.",
  )
  const method = await errorOf(stripe.paymentIntents.update(id, { payment_method: 'pm_card_visa' }))
  expect(method.message).toMatch(
    /^This PaymentIntent's payment_method could not be updated because it has a status of succeeded\./,
  )
})

test('a customer or method that is not there is told by its parameter', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(twenty)

  expect(await errorOf(stripe.paymentIntents.update(id, { customer: 'cus_nobody' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'customer',
    message: "No such customer: 'cus_nobody'",
  })
  expect(await errorOf(stripe.paymentIntents.update(id, { payment_method: 'pm_none' }))).toMatchObject({
    statusCode: 400,
    param: 'payment_method',
    message: "No such PaymentMethod: 'pm_none'",
  })
  expect(await errorOf(stripe.paymentIntents.retrieve('pi_none'))).toMatchObject({
    statusCode: 404,
    param: 'intent',
    message: "No such payment_intent: 'pi_none'",
  })
})

test('PaymentIntents are listed newest first, those of a customer if asked', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const first = await stripe.paymentIntents.create({ ...twenty, customer })
  const second = await stripe.paymentIntents.create(twenty)

  expect((await stripe.paymentIntents.list()).data.map(({ id }) => id)).toEqual([second.id, first.id])
  expect((await stripe.paymentIntents.list({ customer })).data.map(({ id }) => id)).toEqual([first.id])
})
