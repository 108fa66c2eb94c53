import { expect, test } from 'vitest'
import { DAY, errorOf, stripeWorld } from '../../support/stripe.js'
import { balanceIn, bookedIn } from '../../support/stripe-money.js'
import { sender } from '../../support/stripe-transfers.js'

test('a refund goes to the cash balance at once, and pays what waits', async () => {
  const world = await stripeWorld()
  const { cash, moves, pay, send } = await sender(world)
  await send(10_000)
  const paid = await pay()
  const waits = await pay({ amount: 1000 })
  const refund = await world.stripe.refunds.create({ payment_intent: paid.id, amount: 2500 })
  expect(refund).toMatchObject({
    id: expect.stringMatching(/^pyr_/),
    status: 'succeeded',
    destination_details: { type: 'customer_cash_balance' },
  })
  expect(await world.stripe.paymentIntents.retrieve(waits.id)).toMatchObject({ status: 'succeeded' })
  expect((await moves()).slice(2)).toEqual(['refunded_from_payment 2500', 'applied_to_payment -1000'])
  expect(await cash()).toBe(1500)
  expect(balanceIn(world.view)).toEqual(bookedIn(world.view))
  expect(balanceIn(world.view)).toEqual({ usd: 10_000 - 50 - 2500 + 1000 - 5 })
  expect(await errorOf(world.stripe.refunds.create({ payment_intent: paid.id, amount: 7501 }))).toMatchObject({
    param: 'amount',
  })
})

test('one to a bank account waits for the customer to name it, 45 days at most, and can be canceled', async () => {
  const world = await stripeWorld()
  const { cash, pay, send } = await sender(world)
  await send(10_000)
  const { id } = await pay()
  const refund = () =>
    world.stripe.refunds.create({ payment_intent: id, amount: 1000, instructions_email: 'jenny@example.com' })
  const [canceled, expired, forgotten] = [await refund(), await refund(), await refund()]
  expect(forgotten).toMatchObject({
    status: 'requires_action',
    instructions_email: 'jenny@example.com',
    next_action: { type: 'display_details', display_details: { email_sent: { email_sent_to: 'jenny@example.com' } } },
  })
  const after = await world.stripe.refunds.cancel(canceled.id)
  expect([after.status, after.next_action]).toEqual(['canceled', undefined])
  expect(await world.stripe.testHelpers.refunds.expire(expired.id)).toMatchObject({ status: 'failed' })
  await world.advance(45 * DAY)
  expect(await world.stripe.refunds.retrieve(forgotten.id)).toMatchObject({ status: 'failed' })
  expect(await errorOf(world.stripe.refunds.cancel(forgotten.id))).toMatchObject({ statusCode: 400 })
  expect(await cash()).toBe(0)
  expect(balanceIn(world.view)).toEqual({ usd: 9950 })
})

test('what is left is returned to a bank account that the customer names, or stays', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const { cash, customer, moves, pay, send } = await sender(world)
  await send(5000)
  const back = (more: object = {}) =>
    stripe.refunds.create({
      amount: 3000,
      currency: 'usd',
      customer,
      instructions_email: 'jenny@example.com',
      origin: 'customer_balance',
      ...more,
    })
  const first = await back()
  expect(first).toMatchObject({
    status: 'requires_action',
    charge: null,
    destination_details: { type: 'us_bank_transfer' },
  })
  expect(await cash()).toBe(2000)
  expect(await errorOf(back())).toMatchObject({ statusCode: 400, code: 'balance_insufficient' })
  expect(await errorOf(back({ customer: undefined }))).toMatchObject({ code: 'parameter_missing', param: 'customer' })
  expect(await errorOf(back({ instructions_email: undefined }))).toMatchObject({ param: 'instructions_email' })

  expect(await stripe.refunds.cancel(first.id)).toMatchObject({ status: 'canceled' })
  const second = await back({ amount: 5000 })
  const { id } = await pay({ amount: 4000 })
  expect(await stripe.testHelpers.refunds.expire(second.id)).toMatchObject({ status: 'failed' })
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded' })
  expect(await cash()).toBe(1000)
  expect((await moves()).slice(1)).toEqual([
    'return_initiated -3000',
    'return_canceled 3000',
    'return_initiated -5000',
    'return_canceled 5000',
    'applied_to_payment -4000',
  ])
  expect(balanceIn(world.view)).toEqual(bookedIn(world.view))
})
