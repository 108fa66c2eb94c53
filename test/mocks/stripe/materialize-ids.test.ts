import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

test('an unknown id is missing unless it is asked for otherwise', async () => {
  const { stripe } = await stripeWorld()
  expect(await errorOf(stripe.products.retrieve('prod_123'))).toMatchObject({ statusCode: 404 })
})

test('what a well-formed id names is made when it is first seen, and is there from then on', async () => {
  const { stripe, send } = await stripeWorld({ materializeIds: true })

  const { headers, json } = await send({ target: '/v1/products/prod_123' })
  expect(json).toMatchObject({ id: 'prod_123', object: 'product', active: true, livemode: false })
  expect(headers['Standin-Fidelity']).toBe('generic')
  expect(await stripe.products.update('prod_123', { name: 'Book' })).toMatchObject({ name: 'Book' })
  expect((await stripe.products.list()).data.map(({ id }) => id)).toEqual(['prod_123'])
})

test('operations with a behaviour take it too, and their answer is labelled generic', async () => {
  const { stripe, send } = await stripeWorld({ materializeIds: true })

  const first = await send({ target: '/v1/customers/cus_123' })
  expect(first.json).toMatchObject({ id: 'cus_123', object: 'customer' })
  expect(first.headers['Standin-Fidelity']).toBe('generic')
  expect((await send({ target: '/v1/customers/cus_123' })).headers['Standin-Fidelity']).toBe('modelled')
  const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'usd', customer: 'cus_456' })
  expect(intent.customer).toBe('cus_456')
  expect(await stripe.customers.retrieve('cus_456')).toMatchObject({ object: 'customer' })
  expect(await stripe.prices.create({ product: 'prod_9', currency: 'usd', unit_amount: 5 })).toMatchObject({
    product: 'prod_9',
  })
})

test('what is made stands where its life begins, so that what can be done to a new one can be done to it', async () => {
  const { stripe } = await stripeWorld({ materializeIds: true })

  expect(await stripe.checkout.sessions.expire('cs_test_1')).toMatchObject({ status: 'expired' })
  expect((await stripe.checkout.sessions.listLineItems('cs_test_2')).data).toEqual([])
  expect(await stripe.payouts.cancel('po_1')).toMatchObject({ status: 'canceled' })
  expect((await errorOf(stripe.payouts.reverse('po_2'))).message).toMatch(/This payout has a status of pending\.$/)
  expect(await stripe.reviews.approve('prv_1')).toMatchObject({ open: false, closed_reason: 'approved' })
  expect(await stripe.refunds.create({ charge: 'ch_1' })).toMatchObject({ amount: 100, status: 'succeeded' })
  expect(await stripe.paymentMethods.attach('pm_1', { customer: 'cus_1' })).toMatchObject({ customer: 'cus_1' })
  expect((await errorOf(stripe.refunds.cancel('re_1'))).message).toBe('Canceling this refund is unsupported.')
  expect((await errorOf(stripe.applicationFees.createRefund('fee_1'))).message).toMatch(/has already been refunded/)
  expect((await errorOf(stripe.transfers.createReversal('tr_1'))).message).toMatch(/is already fully reversed/)
})

test('ids of another type, or that no type has, are missing as ever', async () => {
  const { stripe } = await stripeWorld({ materializeIds: true })

  expect(await errorOf(stripe.products.retrieve('price_123'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
  expect(await errorOf(stripe.customers.retrieve('prod_123'))).toMatchObject({ statusCode: 404 })
  expect(await errorOf(stripe.products.retrieve('prod_'))).toMatchObject({ statusCode: 404 })
  expect(await errorOf(stripe.products.retrieve('prod_a b'))).toMatchObject({ statusCode: 404 })
  const wrong = { product: 'cus_1', currency: 'usd', unit_amount: 5 }
  expect(await errorOf(stripe.prices.create(wrong))).toMatchObject({ statusCode: 400, param: 'product' })
})
