import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const item = (given: object = {}) => ({
  price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: 'Shirt' } },
  quantity: 2,
  ...given,
})
const field = (key: string) => ({ key, type: 'text' as const, label: { type: 'custom' as const, custom: key } })
const { stripe } = await stripeWorld()
const create = (given: Stripe.Checkout.SessionCreateParams) =>
  stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [item()],
    success_url: 'https://shop.example/done',
    ...given,
  })

test('an address that is none is told by the name of its own parameter', async () => {
  expect(await errorOf(create({ customer_email: 'jenny' }))).toMatchObject({
    code: 'email_invalid',
    param: 'customer_email',
  })
})

test('custom fields are three at most, each with a key of its own, and a dropdown has options', async () => {
  const three = ['a', 'b', 'c'].map(field)
  expect(await create({ custom_fields: three })).toMatchObject({ custom_fields: three })
  expect(await errorOf(create({ custom_fields: [...three, field('d')] }))).toMatchObject({ param: 'custom_fields' })
  expect(await errorOf(create({ custom_fields: [field('a'), field('a')] }))).toMatchObject({
    param: 'custom_fields[1][key]',
  })
  expect(await errorOf(create({ custom_fields: [{ ...field('a'), type: 'dropdown' }] }))).toMatchObject({
    code: 'parameter_missing',
    param: 'custom_fields[0][dropdown]',
  })
  const link = { line_items: [item()], custom_fields: [field('a'), field('a')] }
  expect(await errorOf(stripe.paymentLinks.create(link))).toMatchObject({ param: 'custom_fields[1][key]' })
})

test('the least of a quantity is not more than the most', async () => {
  const adjustable = (minimum: number) => ({
    line_items: [item({ adjustable_quantity: { enabled: true, minimum, maximum: 5 } })],
  })
  expect(await create(adjustable(5))).toMatchObject({ status: 'open' })
  expect(await errorOf(create(adjustable(6)))).toMatchObject({
    param: 'line_items[0][adjustable_quantity][minimum]',
  })
})
