import fc from 'fast-check'
import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { discounted } from '../../../../mocks/stripe/checkout-sessions/totals.js'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const success_url = 'http://localhost/done'
const line = (name: string, unit_amount: number, quantity = 1) => ({
  quantity,
  price_data: { currency: 'usd', unit_amount, product_data: { name } },
})
const buy = (
  stripe: Stripe,
  discount: Stripe.Checkout.SessionCreateParams.Discount,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
) =>
  stripe.checkout.sessions.create({
    mode: 'payment',
    success_url,
    line_items: [line('Tea', 1000, 2), line('Cup', 501)],
    discounts: [discount],
    expand: ['line_items'],
    ...more,
  })

test('a part of the price is taken off, spread over the lines', async () => {
  const { stripe } = await stripeWorld()
  await stripe.coupons.create({ id: 'TEN', percent_off: 10 })
  const session = await buy(stripe, { coupon: 'TEN' })
  expect(session).toMatchObject({
    amount_subtotal: 2501,
    amount_total: 2251,
    total_details: { amount_discount: 250 },
    discounts: [{ coupon: 'TEN', promotion_code: null }],
  })
  expect(session.line_items?.data.map(({ amount_total }) => amount_total).reduce((a, b) => a + b)).toBe(2251)
})

test('an amount is taken off, down to nothing and in its own currency only', async () => {
  const { stripe } = await stripeWorld()
  await stripe.coupons.create({ id: 'BIG', amount_off: 10_000, currency: 'usd' })
  await stripe.coupons.create({ id: 'EUR', amount_off: 100, currency: 'eur' })
  expect((await buy(stripe, { coupon: 'BIG' })).amount_total).toBe(0)
  expect((await errorOf(buy(stripe, { coupon: 'EUR' }))).param).toBe('discounts[0][coupon]')
})

test('a coupon for one product leaves the others alone', async () => {
  const { stripe } = await stripeWorld()
  const price = await stripe.prices.create({ product_data: { name: 'Pot' }, currency: 'usd', unit_amount: 4000 })
  await stripe.coupons.create({ id: 'POT', percent_off: 50, applies_to: { products: [price.product as string] } })
  const items = [line('Tea', 1000), { price: price.id, quantity: 1 }]
  expect((await buy(stripe, { coupon: 'POT' }, { line_items: items })).amount_total).toBe(3000)
  expect((await errorOf(buy(stripe, { coupon: 'POT' }))).message).toContain('does not apply to any')
})

test('a promotion code holds for whom and what it says', async () => {
  const { stripe } = await stripeWorld()
  const ada = await stripe.customers.create({ email: 'ada@shop.example' })
  await stripe.coupons.create({ id: 'TEN', percent_off: 10 })
  const promotion = { type: 'coupon', coupon: 'TEN' } as const
  const make = async (more: Partial<Stripe.PromotionCodeCreateParams>) => ({
    promotion_code: (await stripe.promotionCodes.create({ promotion, ...more })).id,
  })
  const hers = await make({ customer: ada.id })
  expect((await buy(stripe, hers, { customer: ada.id })).amount_total).toBe(2251)
  expect((await errorOf(buy(stripe, hers))).message).toContain('it belongs to another customer')

  const large = await make({ restrictions: { minimum_amount: 2502, minimum_amount_currency: 'usd' } })
  expect((await errorOf(buy(stripe, large))).message).toBe(
    'This promotion code cannot be redeemed because the associated purchase does not meet the minimum amount requirement.',
  )
  const first = await make({ restrictions: { first_time_transaction: true } })
  expect((await buy(stripe, first, { customer: ada.id })).amount_total).toBe(2251)
  await stripe.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    customer: ada.id,
    payment_method: 'pm_card_visa',
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  })
  expect((await errorOf(buy(stripe, first, { customer: ada.id }))).message).toBe(
    'This promotion code cannot be redeemed because the associated customer has prior transactions.',
  )
  const off = await make({ active: false })
  expect((await errorOf(buy(stripe, off))).message).toContain('it is not active')
})

test('whatever is taken off, the lines add up and none is below nothing', async () => {
  const { view } = await stripeWorld()
  const coupon = { id: 'C', amount_off: null, currency: null, percent_off: null }
  fc.assert(
    fc.property(
      fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 8 }),
      fc.oneof(
        fc.record({ percent_off: fc.double({ min: 0.01, max: 100, noNaN: true }) }),
        fc.record({ amount_off: fc.integer({ min: 1, max: 9_000_000 }), currency: fc.constant('usd') }),
      ),
      (amounts, off) => {
        const items = amounts.map((amount, i) => ({ id: `li_${i}`, amount_subtotal: amount, currency: 'usd' }))
        const after = discounted(view, items as never, { ...coupon, ...off } as never)
        const total = after.reduce((sum, { amount_total }) => sum + amount_total, 0)
        const taken = after.reduce((sum, { amount_discount }) => sum + amount_discount, 0)
        expect(total + taken).toBe(amounts.reduce((sum, amount) => sum + amount, 0))
        expect(after.every(({ amount_total }) => amount_total >= 0)).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})
