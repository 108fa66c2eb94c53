import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { errorOf, NOW, stripeWorld } from '../../../support/stripe.js'

const HALF_AN_HOUR = 1800
const tea = { currency: 'eur', unit_amount: 1250, product_data: { name: 'Tea' } }
const base = {
  mode: 'payment',
  success_url: 'http://localhost:3000/done?session={CHECKOUT_SESSION_ID}',
  line_items: [{ quantity: 2, price_data: tea }],
} satisfies Stripe.Checkout.SessionCreateParams

test('a session has a page, its lines and a day to live', async () => {
  const { stripe, eventTypes } = await stripeWorld()
  const session = await stripe.checkout.sessions.create({
    ...base,
    customer_email: 'ada@shop.example',
    metadata: { order: '42' },
    expand: ['line_items'],
  })
  expect(session).toMatchObject({
    amount_subtotal: 2500,
    amount_total: 2500,
    currency: 'eur',
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    expires_at: NOW / 1000 + 24 * 3600,
    url: `https://checkout.stripe.com/c/pay/${session.id}`,
    customer_details: { email: 'ada@shop.example' },
  })
  expect(session.id).toMatch(/^cs_test_\w{58}$/)
  expect(session.line_items?.data).toMatchObject([{ description: 'Tea', quantity: 2, amount_total: 2500 }])
  const listed = await stripe.checkout.sessions.listLineItems(session.id, { expand: ['data.price.product'] })
  expect(listed.data[0]?.price?.product).toMatchObject({ name: 'Tea' })
  expect((await stripe.checkout.sessions.retrieve(session.id)).line_items).toBeUndefined()
  expect(eventTypes()).toEqual([])
})

test.each([
  [{ line_items: [] }, 'parameter_missing', 'line_items'],
  [{ success_url: undefined }, 'parameter_missing', 'success_url'],
  [{ success_url: 'shop.example/done' }, 'url_invalid', 'success_url'],
  [{ customer: 'cus_x', customer_email: 'a@b.example' }, 'parameters_exclusive', 'customer'],
  [{ customer: 'cus_none' }, 'resource_missing', 'customer'],
  [{ customer_email: 'nobody' }, 'email_invalid', 'customer_email'],
  [{ allow_promotion_codes: true, discounts: [{ coupon: 'C' }] }, 'parameters_exclusive', 'discounts'],
  [{ discounts: [{ coupon: 'none' }] }, 'resource_missing', 'discounts[0][coupon]'],
  [{ expires_at: NOW / 1000 + HALF_AN_HOUR - 1 }, undefined, 'expires_at'],
  [{ expires_at: NOW / 1000 + 24 * 3600 + 1 }, undefined, 'expires_at'],
  [{ line_items: [{ quantity: 1, price_data: { ...tea, unit_amount: 49 } }] }, 'amount_too_small', undefined],
  [{ line_items: [{ price_data: tea }] }, 'parameter_missing', 'line_items[0]'],
  [{ line_items: [{ quantity: 1, price: 'price_none' }] }, 'resource_missing', 'line_items[0][price]'],
  [
    { line_items: [...base.line_items, { quantity: 1, price_data: { ...tea, currency: 'usd' } }] },
    undefined,
    'line_items[1]',
  ],
  [
    { line_items: [{ quantity: 1, price_data: { ...tea, recurring: { interval: 'month' } } }] },
    undefined,
    'line_items[0]',
  ],
  [{ ui_mode: 'embedded_page' }, undefined, 'success_url'],
  [{ return_url: 'http://localhost/back' }, undefined, 'return_url'],
] as const)('%j is refused', async (change, code, param) => {
  const { stripe } = await stripeWorld()
  const error = await errorOf(stripe.checkout.sessions.create({ ...base, ...change } as never))
  expect([error.statusCode, error.code, error.param]).toEqual([400, code, param])
})

test.each([
  [{ mode: 'subscription' }, 'mode=subscription'],
  [{ automatic_tax: { enabled: true } }, 'automatic_tax'],
  [{ ui_mode: 'elements' }, 'ui_mode=elements'],
  [{ allowed_payment_method_types: ['klarna'] }, 'allowed_payment_method_types without card'],
] as const)('%j is not simulated, and says so', async (change, what) => {
  const { stripe } = await stripeWorld()
  const error = await errorOf(stripe.checkout.sessions.create({ ...base, ...change } as never))
  expect([error.statusCode, error.message]).toEqual([501, expect.stringContaining(what)])
})

test('only prices that are sold can be bought', async () => {
  const { stripe } = await stripeWorld()
  const price = await stripe.prices.create({ product_data: { name: 'Cup' }, currency: 'eur', unit_amount: 900 })
  const buy = () => stripe.checkout.sessions.create({ ...base, line_items: [{ price: price.id, quantity: 1 }] })
  expect((await buy()).amount_total).toBe(900)
  await stripe.products.update(price.product as string, { active: false })
  expect((await errorOf(buy())).code).toBe('product_inactive')
  await stripe.prices.update(price.id, { active: false })
  expect((await errorOf(buy())).message).toBe('The price specified is inactive. This field only accepts active prices.')
})

test('an embedded session has a secret in the place of an address', async () => {
  const { stripe } = await stripeWorld()
  const { success_url: _, ...rest } = base
  const session = await stripe.checkout.sessions.create({
    ...rest,
    ui_mode: 'embedded_page',
    return_url: 'http://localhost/back',
  })
  expect([session.url, session.redirect_on_completion]).toEqual([null, 'always'])
  expect(session.client_secret).toMatch(new RegExp(`^${session.id}_secret_\\w+$`))
})

test('shipping is added, in the currency of the goods', async () => {
  const { stripe } = await stripeWorld()
  const post = { display_name: 'Post', type: 'fixed_amount', fixed_amount: { amount: 490, currency: 'eur' } } as const
  const rate = await stripe.shippingRates.create({ ...post, fixed_amount: { amount: 900, currency: 'usd' } })
  const session = await stripe.checkout.sessions.create({ ...base, shipping_options: [{ shipping_rate_data: post }] })
  expect(session).toMatchObject({ amount_total: 2990, shipping_cost: { amount_total: 490 } })
  const other = stripe.checkout.sessions.create({ ...base, shipping_options: [{ shipping_rate: rate.id }] })
  expect((await errorOf(other)).param).toBe('shipping_options[0][shipping_rate]')
})

test('setup needs a currency, and no goods', async () => {
  const { stripe } = await stripeWorld()
  const { line_items: _, ...rest } = base
  const session = await stripe.checkout.sessions.create({ ...rest, mode: 'setup', currency: 'eur' })
  expect(session).toMatchObject({ mode: 'setup', payment_status: 'no_payment_required', amount_total: null })
  expect((await errorOf(stripe.checkout.sessions.create({ ...rest, mode: 'setup' }))).param).toBe('currency')
  expect((await errorOf(stripe.checkout.sessions.create({ ...base, mode: 'setup', currency: 'eur' }))).param).toBe(
    'line_items',
  )
})

test('sessions are listed by what they belong to', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.customers.create({ email: 'ada@shop.example' })
  const own = await stripe.checkout.sessions.create({ ...base, customer: id })
  await stripe.checkout.sessions.create(base)
  expect((await stripe.checkout.sessions.list({ customer: id })).data.map((each) => each.id)).toEqual([own.id])
  expect((await stripe.checkout.sessions.list({ status: 'expired' })).data).toEqual([])
  expect((await stripe.checkout.sessions.update(own.id, { metadata: { a: 'b' } })).metadata).toEqual({ a: 'b' })
})
