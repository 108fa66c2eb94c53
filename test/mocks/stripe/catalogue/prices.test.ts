import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

test('a product comes with its first price, and keeps it from being archived', async () => {
  const { stripe, eventTypes } = await stripeWorld()
  const tea = await stripe.products.create({
    name: 'Tea',
    default_price_data: { currency: 'eur', unit_amount: 1250 },
    expand: ['default_price'],
  })
  const price = tea.default_price as import('stripe').Stripe.Price
  expect(price).toMatchObject({ product: tea.id, unit_amount: 1250, unit_amount_decimal: '1250', type: 'one_time' })
  expect(eventTypes()).toEqual(['product.created', 'price.created'])

  const error = await errorOf(stripe.prices.update(price.id, { active: false }))
  expect(error.message).toBe('This price cannot be archived because it is the default price of its product.')

  const other = await stripe.prices.create({ product: tea.id, currency: 'eur', unit_amount: 1500 })
  await stripe.products.update(tea.id, { default_price: other.id, active: false })
  expect((await stripe.prices.update(price.id, { active: false })).active).toBe(false)
  expect((await errorOf(stripe.products.update(tea.id, { default_price: price.id }))).param).toBe('default_price')
})

test('what a price costs never changes', async () => {
  const { stripe } = await stripeWorld()
  const price = await stripe.prices.create({ product_data: { name: 'Cup' }, currency: 'usd', unit_amount: 900 })
  const change = { unit_amount: 1000 } as Parameters<typeof stripe.prices.update>[1]
  expect(await errorOf(stripe.prices.update(price.id, change))).toMatchObject({
    code: 'parameter_unknown',
    param: 'unit_amount',
  })
  expect((await stripe.prices.update(price.id, { nickname: 'small', metadata: { a: '1' } })).unit_amount).toBe(900)
})

test.each([
  [{ unit_amount: 1, unit_amount_decimal: '1' }, 'parameters_exclusive', 'unit_amount_decimal'],
  [{}, undefined, undefined],
  [{ unit_amount: -1 }, 'parameter_invalid_integer', 'unit_amount'],
  [{ unit_amount_decimal: '0.1234567890123' }, undefined, 'unit_amount_decimal'],
  [{ billing_scheme: 'tiered' }, 'parameter_missing', 'tiers'],
  [{ billing_scheme: 'tiered', tiers_mode: 'volume', tiers: [{ up_to: 5, unit_amount: 1 }] }, undefined, 'tiers'],
  [{ unit_amount: 1, product: 'prod_none' }, undefined, 'product'],
] as const)('a price of %j is refused', async (given, code, param) => {
  const { stripe } = await stripeWorld()
  const price = { product_data: { name: 'Cup' }, currency: 'usd', ...given } as never
  const error = await errorOf(stripe.prices.create(price))
  expect([error.code, error.param]).toEqual([code, param])
})

test('amounts below a unit, recurring and tiered prices are kept as they are', async () => {
  const { stripe } = await stripeWorld()
  const product = (await stripe.products.create({ name: 'Minutes' })).id
  const decimal = await stripe.prices.create({ product, currency: 'usd', unit_amount_decimal: '0.25' as never })
  expect([decimal.unit_amount, String(decimal.unit_amount_decimal)]).toEqual([null, '0.25'])
  const monthly = await stripe.prices.create({
    product,
    currency: 'usd',
    recurring: { interval: 'month' },
    billing_scheme: 'tiered',
    tiers_mode: 'graduated',
    tiers: [
      { up_to: 10, unit_amount: 500 },
      { up_to: 'inf', unit_amount: 300, flat_amount: 100 },
    ],
    expand: ['tiers'],
  })
  expect(monthly.tiers?.map(({ up_to, unit_amount }) => [up_to, unit_amount])).toEqual([
    [10, 500],
    [null, 300],
  ])
  expect((await stripe.prices.retrieve(monthly.id)).tiers).toBeUndefined()
  const found = await stripe.prices.list({ product, recurring: { interval: 'month' } })
  expect(found.data.map(({ id }) => id)).toEqual([monthly.id])
})

test('a lookup key has one price; it is moved on request', async () => {
  const { stripe } = await stripeWorld()
  const product = (await stripe.products.create({ name: 'Tea' })).id
  const old = await stripe.prices.create({ product, currency: 'usd', unit_amount: 100, lookup_key: 'tea' })
  const next = { product, currency: 'usd', unit_amount: 120, lookup_key: 'tea' }
  expect((await errorOf(stripe.prices.create(next))).message).toBe(
    `A price (\`${old.id}\`) already uses that lookup key.`,
  )
  const moved = await stripe.prices.create({ ...next, transfer_lookup_key: true })
  expect((await stripe.prices.list({ lookup_keys: ['tea'] })).data.map(({ id }) => id)).toEqual([moved.id])
  expect((await stripe.prices.retrieve(old.id)).lookup_key).toBeNull()
})

test('a product can be deleted as long as it has no price', async () => {
  const { stripe } = await stripeWorld()
  const bare = await stripe.products.create({ id: 'bare', name: 'Bare' })
  expect((await errorOf(stripe.products.create({ id: 'bare', name: 'Again' }))).code).toBe('resource_already_exists')
  expect(await stripe.products.del(bare.id)).toMatchObject({ id: 'bare', deleted: true })
  const sold = await stripe.products.create({ name: 'Sold', default_price_data: { currency: 'usd', unit_amount: 100 } })
  expect((await errorOf(stripe.products.del(sold.id))).message).toContain('one or more user-created prices')
  expect((await stripe.products.list({ ids: [sold.id, 'bare'] })).data).toHaveLength(1)
})
