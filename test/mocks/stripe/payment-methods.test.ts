import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

test('a payment method is made of a token, attached, changed and detached', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const method = await stripe.paymentMethods.create({
    type: 'card',
    card: { token: 'tok_mastercard' },
    billing_details: { name: 'Jenny', address: { postal_code: '0150' } },
  })
  expect(method).toMatchObject({
    id: expect.stringMatching(/^pm_\w{24}$/),
    type: 'card',
    customer: null,
    billing_details: { name: 'Jenny', email: null, address: { postal_code: '0150', city: null } },
    card: {
      brand: 'mastercard',
      last4: '4444',
      funding: 'credit',
      country: 'US',
      display_brand: 'mastercard',
      wallet: null,
    },
  })

  expect(await stripe.paymentMethods.attach(method.id, { customer })).toMatchObject({
    customer,
    card: { checks: { cvc_check: 'pass', address_postal_code_check: 'pass' } },
  })
  expect(
    await stripe.paymentMethods.update(method.id, { billing_details: { name: 'J. R.' }, card: { exp_year: 2035 } }),
  ).toMatchObject({
    billing_details: { name: 'J. R.', address: { postal_code: '0150' } },
    card: { exp_year: 2035 },
  })
  expect(await stripe.customers.retrievePaymentMethod(customer, method.id)).toMatchObject({ id: method.id })
  expect(await stripe.paymentMethods.detach(method.id)).toMatchObject({ customer: null })
})

test('a detached payment method is spent', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  await stripe.paymentMethods.detach(id)

  const error = await errorOf(stripe.paymentMethods.attach(id, { customer }))

  expect(error).toMatchObject({ statusCode: 400, code: 'payment_method_unexpected_state' })
  expect(error.message).toMatch(/or was detached from a Customer\. It may not be used again\./)
  expect(await errorOf(stripe.paymentMethods.detach(id))).toMatchObject({ statusCode: 400 })
})

test('a payment method of one customer cannot be attached to another; attaching again changes nothing', async () => {
  const { stripe, eventTypes } = await stripeWorld()
  const [one, other] = [await stripe.customers.create({}), await stripe.customers.create({})]
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: one.id })

  expect(await stripe.paymentMethods.attach(id, { customer: one.id })).toMatchObject({ customer: one.id })
  expect(eventTypes().filter((type) => type === 'payment_method.attached')).toHaveLength(1)
  expect(await errorOf(stripe.paymentMethods.attach(id, { customer: other.id }))).toMatchObject({
    statusCode: 400,
    code: 'payment_method_unexpected_state',
  })
})

test('each use of pm_card_visa is a payment method of its own', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})

  const [one, two] = [
    await stripe.paymentMethods.attach('pm_card_visa', { customer }),
    await stripe.paymentMethods.attach('pm_card_visa', { customer }),
  ]

  expect(one.id).not.toBe(two.id)
  expect(one.card?.fingerprint).toBe(two.card?.fingerprint)
  expect((await stripe.customers.listPaymentMethods(customer)).data.map(({ id }) => id)).toEqual([two.id, one.id])
})

test('a card that declines is not attached', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})

  const error = await errorOf(stripe.paymentMethods.attach('pm_card_visa_chargeDeclined', { customer }))

  expect(error).toMatchObject({ statusCode: 402, code: 'card_declined', type: 'StripeCardError' })
  expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([])
})

test('payment methods are listed of a customer, by type if asked', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer })

  expect((await stripe.paymentMethods.list({ customer })).data.map(({ id }) => id)).toEqual([card.id])
  expect((await stripe.paymentMethods.list({ customer, type: 'card' })).data).toHaveLength(1)
  expect((await stripe.paymentMethods.list({ customer, type: 'us_bank_account' })).data).toEqual([])
  expect(await errorOf(stripe.paymentMethods.list({ customer: 'cus_none' }))).toMatchObject({
    statusCode: 400,
    param: 'customer',
  })
  expect(await errorOf(stripe.paymentMethods.retrieve('pm_none'))).toMatchObject({
    statusCode: 404,
    message: "No such PaymentMethod: 'pm_none'",
  })
})

test('a payment method without a customer cannot be changed', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })

  const error = await errorOf(stripe.paymentMethods.update(id, { metadata: { a: '1' } }))

  expect(error.message).toBe('You must save this PaymentMethod to a customer before you can update it.')
})

test('a card is not given an expiry that is none', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const card = async (given: object) => errorOf(stripe.paymentMethods.update(id, { card: given }))
  expect(await card({ exp_month: 13 })).toMatchObject({ statusCode: 402, code: 'invalid_expiry_month' })
  expect(await card({ exp_year: 2020 })).toMatchObject({ statusCode: 402, code: 'invalid_expiry_year' })
})
