import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

test('products keep state; what has no behaviour of its own says so', async () => {
  const { stripe, send, eventTypes } = await stripeWorld()
  const product = await stripe.products.create({ name: 'Book', description: 'Emma', metadata: { a: '1', b: '2' } })
  expect(product).toMatchObject({
    id: expect.stringMatching(/^prod_\w{14}$/),
    object: 'product',
    name: 'Book',
    active: true,
    livemode: false,
    created: 1767225600,
  })

  expect(await stripe.products.retrieve(product.id)).toEqual(product)
  expect(await stripe.products.update(product.id, { name: 'Novel', metadata: { a: '', c: '3' } })).toMatchObject({
    name: 'Novel',
    description: 'Emma',
    metadata: { b: '2', c: '3' },
  })
  expect((await stripe.products.list()).data.map(({ id }) => id)).toEqual([product.id])
  expect((await send({ target: '/v1/products' })).headers['Standin-Fidelity']).toBe('modelled')
  expect((await send({ target: '/v1/tax_rates' })).headers['Standin-Fidelity']).toBe('generic')
  expect(await stripe.products.del(product.id)).toEqual({ id: product.id, object: 'product', deleted: true })
  expect(await errorOf(stripe.products.retrieve(product.id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: `No such product: '${product.id}'`,
  })
  expect(eventTypes()).toEqual(['product.created', 'product.updated', 'product.deleted'])
})

test('a price belongs to a product that is there', async () => {
  const { stripe } = await stripeWorld()
  const product = await stripe.products.create({ name: 'Book' })

  const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 1500 })

  expect(price).toMatchObject({
    id: expect.stringMatching(/^price_/),
    product: product.id,
    unit_amount: 1500,
    currency: 'usd',
  })
  expect(await stripe.prices.retrieve(price.id, { expand: ['product'] })).toMatchObject({ product: { name: 'Book' } })
  expect((await stripe.prices.list({ product: product.id })).data).toHaveLength(1)
  expect((await stripe.prices.list({ product: 'prod_other' })).data).toEqual([])
  expect(await stripe.prices.update(price.id, { nickname: 'standard' })).toMatchObject({ nickname: 'standard' })
  expect(await errorOf(stripe.prices.create({ product: 'prod_none', currency: 'usd', unit_amount: 1 }))).toMatchObject({
    statusCode: 400,
    param: 'product',
  })
})

test('a coupon is created, read, listed and deleted', async () => {
  const { stripe } = await stripeWorld()

  const coupon = await stripe.coupons.create({ percent_off: 25.5, duration: 'once' })

  expect(coupon).toMatchObject({ object: 'coupon', percent_off: 25.5, duration: 'once', valid: true })
  expect(await stripe.coupons.retrieve(coupon.id)).toEqual(coupon)
  expect((await stripe.coupons.list()).data).toHaveLength(1)
  expect(await stripe.coupons.update(coupon.id, { name: 'Spring' })).toMatchObject({ name: 'Spring' })
  expect(await stripe.coupons.del(coupon.id)).toMatchObject({ deleted: true })
})

test('an id of one’s own choosing is kept, and is taken afterwards', async () => {
  const { stripe } = await stripeWorld()

  expect(await stripe.products.create({ id: 'book', name: 'Book' })).toMatchObject({ id: 'book' })
  expect(await stripe.coupons.create({ id: 'SPRING', percent_off: 10 })).toMatchObject({ id: 'SPRING' })
  expect(await errorOf(stripe.products.create({ id: 'book', name: 'Book' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_already_exists',
  })
})

test('an id that a world does not have is missing', async () => {
  const { stripe } = await stripeWorld()

  expect(await errorOf(stripe.prices.retrieve('price_none'))).toMatchObject({
    statusCode: 404,
    param: 'price',
    message: "No such price: 'price_none'",
  })
})

test('what is not simulated is refused with 501, and named', async () => {
  const { stripe, send } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const refused: readonly (readonly [operation: string, call: Promise<unknown>])[] = [
    ['POST /v1/invoices/create_preview', stripe.invoices.createPreview({ customer })],
    ['POST /v1/subscriptions/{subscription}/resume', stripe.subscriptions.resume('sub_1')],
    ['POST /v1/invoices/{invoice}/finalize', stripe.invoices.finalizeInvoice('in_1')],
    [
      'POST /v1/checkout/sessions',
      stripe.checkout.sessions.create({ mode: 'subscription', success_url: 'https://shop.example' }),
    ],
    ['POST /v1/test_helpers/test_clocks', stripe.testHelpers.testClocks.create({ frozen_time: 1767225600 })],
  ]

  for (const [operation, call] of refused) {
    const error = await errorOf(call)
    expect(error.statusCode).toBe(501)
    const named = operation.replaceAll(/[/{}]/g, '\\$&')
    expect(error.message).toMatch(
      new RegExp(`^Standin does not simulate ${named}(?:: | with ).+ See docs/coverage\\.md\\.$`),
    )
  }
  const { headers } = await send({ target: '/v1/test_helpers/test_clocks' })
  expect(headers).toMatchObject({ 'Standin-Fidelity': 'refused', 'Stripe-Should-Retry': 'false' })
})

test('with --fail-on generic nothing is answered from the description alone', async () => {
  const { stripe } = await stripeWorld({ failOnGeneric: true })

  const error = await errorOf(stripe.taxRates.create({ display_name: 'VAT', inclusive: true, percentage: 20 }))

  expect(error.statusCode).toBe(501)
  expect(error.message).toContain('POST /v1/tax_rates')
  expect(await stripe.customers.create({})).toBeTruthy()
})

test('the balance of an account can be read', async () => {
  const { stripe } = await stripeWorld()

  expect(await stripe.balance.retrieve()).toMatchObject({ object: 'balance', livemode: false })
})
