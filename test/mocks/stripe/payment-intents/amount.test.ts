import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const noRedirect = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const

test.each([
  [{ amount: 49, currency: 'usd' }, 'amount_too_small', 'Amount must be at least $0.50 usd'],
  [{ amount: 100_000_000, currency: 'usd' }, 'amount_too_large', 'Amount must be no more than $999,999.99 usd'],
  [{ amount: 49, currency: 'jpy' }, 'amount_too_small', 'Amount must be at least ¥50 jpy'],
  [{ amount: 0, currency: 'usd' }, 'parameter_invalid_integer', 'This value must be greater than or equal to 1.'],
] as const)('an amount of %o is refused with %s', async (params, code, message) => {
  const { stripe } = await stripeWorld()

  const error = await errorOf(stripe.paymentIntents.create(params))

  expect(error).toMatchObject({ statusCode: 400, code, message, param: 'amount' })
})

test('a currency is written as it comes and answered in lower case; one that is none is refused', async () => {
  const { stripe } = await stripeWorld()

  expect(await stripe.paymentIntents.create({ amount: 2000, currency: 'EUR' })).toMatchObject({ currency: 'eur' })
  const error = await errorOf(stripe.paymentIntents.create({ amount: 2000, currency: 'xyz' }))

  expect(error).toMatchObject({ statusCode: 400, param: 'currency' })
  expect(error.message).toMatch(/^Invalid currency: xyz\. Stripe currently supports these currencies: /)
})

test('a payment in a currency without cents is the amount itself', async () => {
  const { stripe } = await stripeWorld()

  const paid = await stripe.paymentIntents.create({
    amount: 500,
    currency: 'jpy',
    ...noRedirect,
    confirm: true,
    payment_method: 'pm_card_jp',
  })

  expect(paid).toMatchObject({ amount_received: 500, currency: 'jpy', status: 'succeeded' })
})
