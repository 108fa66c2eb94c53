import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const card = { number: '4242424242424242', exp_month: 12, exp_year: 2030, cvc: '314' }
const rawCards = { settings: { stripe: { rawCards: true } } }

test('a card number from a server is refused, and stands in no log', async () => {
  const { stripe, world } = await stripeWorld()

  const error = await errorOf(stripe.paymentMethods.create({ type: 'card', card }))

  expect(error).toMatchObject({ statusCode: 402, rawType: 'invalid_request_error' })
  expect(error.message).toMatch(/^Sending credit card numbers directly to the Stripe API is generally unsafe\./)
  expect(JSON.stringify(world.log.list())).not.toContain(card.number)
})

test('a page with a publishable key makes a token of a card number, which pays once', async () => {
  const { stripe, client, keys } = await stripeWorld()
  const page = client(keys.publishable)

  const token = await page.tokens.create({ card: { ...card, exp_month: '12', exp_year: '2030' } })
  expect(token).toMatchObject({ type: 'card', used: false, card: { last4: '4242', brand: 'Visa', exp_year: 2030 } })
  const method = await stripe.paymentMethods.create({ type: 'card', card: { token: token.id } })

  expect(method).toMatchObject({ card: { last4: '4242', brand: 'visa', exp_month: 12 } })
  expect(await stripe.tokens.retrieve(token.id)).toMatchObject({ used: true })
  const again = await errorOf(stripe.paymentMethods.create({ type: 'card', card: { token: token.id } }))
  expect(again).toMatchObject({ statusCode: 400, code: 'token_already_used' })
})

test('a page with a publishable key makes a payment method of a card number', async () => {
  const { client, keys } = await stripeWorld()

  expect(await client(keys.publishable).paymentMethods.create({ type: 'card', card })).toMatchObject({
    card: { last4: '4242' },
  })
})

test('with rawCards on, a server may send card numbers', async () => {
  const { stripe } = await stripeWorld(rawCards)

  expect(await stripe.paymentMethods.create({ type: 'card', card })).toMatchObject({ card: { last4: '4242' } })
})

test.each([
  [{ exp_month: 13 }, 'invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid."],
  [{ exp_month: 0 }, 'invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid."],
  [{ exp_year: 95 }, 'invalid_expiry_year', 'exp_year', "Your card's expiration year is invalid."],
  [{ exp_year: 2025 }, 'invalid_expiry_year', 'exp_year', "Your card's expiration year is invalid."],
  [{ cvc: '99' }, 'invalid_cvc', 'cvc', "Your card's security code is invalid."],
  [{ number: '4242424242424241' }, 'incorrect_number', 'number', 'Your card number is incorrect.'],
  [{ number: '42424242' }, 'invalid_number', 'number', 'The card number is not a valid credit card number.'],
])('%o is refused with %s', async (wrong, code, param, message) => {
  const { stripe } = await stripeWorld(rawCards)

  const error = await errorOf(stripe.paymentMethods.create({ type: 'card', card: { ...card, ...wrong } }))

  expect(error).toMatchObject({ statusCode: 402, type: 'StripeCardError', code, param, message })
})

test('a card that exists but is no test card is declined', async () => {
  const { stripe } = await stripeWorld(rawCards)

  const error = await errorOf(
    stripe.paymentMethods.create({ type: 'card', card: { ...card, number: '4929000000006' } }),
  )

  expect(error).toMatchObject({ statusCode: 402, code: 'card_declined', decline_code: 'test_mode_live_card' })
})

test('a token that nobody made is missing', async () => {
  const { stripe } = await stripeWorld()

  expect(await errorOf(stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_none' } }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'card[token]',
    message: "No such token: 'tok_none'",
  })
  expect(await errorOf(stripe.tokens.retrieve('tok_none'))).toMatchObject({ statusCode: 404 })
})
