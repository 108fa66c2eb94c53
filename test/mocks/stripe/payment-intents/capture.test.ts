import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { DAY, errorOf, stripeWorld } from '../../../support/stripe.js'

const authorise = {
  amount: 2000,
  currency: 'usd',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  capture_method: 'manual',
  confirm: true,
  payment_method: 'pm_card_visa',
} satisfies Stripe.PaymentIntentCreateParams

test('an authorised payment is captured whole', async () => {
  const { stripe } = await stripeWorld()
  const held = await stripe.paymentIntents.create({ ...authorise, expand: ['latest_charge'] })
  expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2000, amount_received: 0 })
  expect(held.latest_charge).toMatchObject({ captured: false, amount_captured: 0, balance_transaction: null })

  const captured = await stripe.paymentIntents.capture(held.id, { expand: ['latest_charge.balance_transaction'] })

  expect(captured).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 2000 })
  expect(captured.latest_charge).toMatchObject({
    captured: true,
    amount_captured: 2000,
    balance_transaction: { amount: 2000 },
  })
})

test('a part is captured and the rest let go; the captured part can be refunded, and no more', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(authorise)

  const captured = await stripe.paymentIntents.capture(id, { amount_to_capture: 600, expand: ['latest_charge'] })

  expect(captured).toMatchObject({ status: 'succeeded', amount_received: 600, amount_capturable: 0 })
  expect(captured.latest_charge).toMatchObject({
    amount: 2000,
    amount_captured: 600,
    amount_refunded: 1400,
    refunded: false,
  })
  expect(await errorOf(stripe.refunds.create({ payment_intent: id, amount: 601 }))).toMatchObject({ statusCode: 400 })
  expect(await stripe.refunds.create({ payment_intent: id })).toMatchObject({ amount: 600, status: 'succeeded' })
})

test('more than was authorised cannot be captured', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(authorise)

  const error = await errorOf(stripe.paymentIntents.capture(id, { amount_to_capture: 2001 }))

  expect(error).toMatchObject({ statusCode: 400, code: 'amount_too_large', payment_intent: { id } })
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    status: 'requires_capture',
    amount_capturable: 2000,
  })
})

test('a second capture is told that there was a first', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(authorise)
  await stripe.paymentIntents.capture(id)

  const error = await errorOf(stripe.paymentIntents.capture(id))

  expect(error).toMatchObject({ code: 'payment_intent_unexpected_state', payment_intent: { id, status: 'succeeded' } })
  expect(error.message).toMatch(/because the remainder of the authorized amount has been released\.$/)
})

test('capturing in several parts is not simulated, and says so', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(authorise)

  const error = await errorOf(stripe.paymentIntents.capture(id, { amount_to_capture: 500, final_capture: false }))

  expect(error.statusCode).toBe(501)
  expect(error.message).toContain('final_capture=false')
})

test('an authorisation is raised where that was asked for, and captured at the new amount', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create({
    ...authorise,
    payment_method_options: { card: { request_incremental_authorization: 'if_available' } },
  })

  expect(await stripe.paymentIntents.incrementAuthorization(id, { amount: 3000 })).toMatchObject({
    amount: 3000,
    amount_capturable: 3000,
    status: 'requires_capture',
  })
  expect(await stripe.paymentIntents.capture(id)).toMatchObject({ amount_received: 3000 })
})

test('an authorisation is not lowered, nor raised where that was not asked for', async () => {
  const { stripe } = await stripeWorld()
  const plain = await stripe.paymentIntents.create(authorise)
  const eligible = await stripe.paymentIntents.create({
    ...authorise,
    payment_method_options: { card: { request_incremental_authorization: 'if_available' } },
  })

  expect(await errorOf(stripe.paymentIntents.incrementAuthorization(plain.id, { amount: 3000 }))).toMatchObject({
    statusCode: 400,
  })
  expect(await errorOf(stripe.paymentIntents.incrementAuthorization(eligible.id, { amount: 2000 }))).toMatchObject({
    statusCode: 400,
    param: 'amount',
  })
})

test('canceling lets an authorisation go', async () => {
  const { stripe, eventTypes } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(authorise)

  const canceled = await stripe.paymentIntents.cancel(id, {
    cancellation_reason: 'requested_by_customer',
    expand: ['latest_charge'],
  })

  expect(canceled).toMatchObject({
    status: 'canceled',
    cancellation_reason: 'requested_by_customer',
    amount_capturable: 0,
    canceled_at: expect.any(Number),
  })
  expect(canceled.latest_charge).toMatchObject({ captured: false, refunded: true, amount_refunded: 2000 })
  expect(eventTypes()).toContain('charge.refunded')
  expect(eventTypes().at(-1)).toBe('payment_intent.canceled')
})

test('an authorisation that nobody captures ends after seven days', async () => {
  const { stripe, advance, eventTypes } = await stripeWorld()
  const { id, latest_charge } = await stripe.paymentIntents.create({ ...authorise, expand: ['latest_charge'] })
  const until = (latest_charge as Stripe.Charge).payment_method_details?.card?.capture_before

  await advance(7 * DAY - 1)
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'requires_capture' })
  await advance(1)

  const ended = await stripe.paymentIntents.retrieve(id)
  expect(ended).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic', canceled_at: until })
  expect(eventTypes().slice(-2)).toEqual(['charge.expired', 'payment_intent.canceled'])
  expect(await errorOf(stripe.paymentIntents.capture(id))).toMatchObject({ code: 'payment_intent_unexpected_state' })
})

test('what was captured or canceled in time does not end again', async () => {
  const { stripe, advance } = await stripeWorld()
  const [captured, canceled] = [
    await stripe.paymentIntents.create(authorise),
    await stripe.paymentIntents.create(authorise),
  ]
  await stripe.paymentIntents.capture(captured.id)
  await stripe.paymentIntents.cancel(canceled.id, { cancellation_reason: 'duplicate' })

  await advance(8 * DAY)

  expect(await stripe.paymentIntents.retrieve(captured.id)).toMatchObject({ status: 'succeeded' })
  expect(await stripe.paymentIntents.retrieve(canceled.id)).toMatchObject({ cancellation_reason: 'duplicate' })
})
