import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'
import { pay } from '../../support/stripe-money.js'

type World = Awaited<ReturnType<typeof stripeWorld>>

async function paid({ stripe }: World, card = 'pm_card_visa') {
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    confirm: true,
    payment_method: card,
    return_url: 'https://shop.example',
  })
  return { intent: intent.id, charge: intent.latest_charge as string }
}

test('a payment is refunded whole, by its PaymentIntent or by its charge', async () => {
  const world = await stripeWorld()
  const { intent } = await paid(world)
  const { charge } = await paid(world)

  const refund = await world.stripe.refunds.create({
    payment_intent: intent,
    reason: 'requested_by_customer',
    metadata: { ticket: '1' },
  })

  expect(refund).toMatchObject({
    id: expect.stringMatching(/^re_/),
    amount: 2000,
    status: 'succeeded',
    payment_intent: intent,
    reason: 'requested_by_customer',
    metadata: { ticket: '1' },
  })
  expect(await world.stripe.charges.retrieve(refund.charge as string)).toMatchObject({
    refunded: true,
    amount_refunded: 2000,
  })
  expect(await world.stripe.refunds.create({ charge })).toMatchObject({ amount: 2000, charge })
})

test('parts are refunded until nothing is left', async () => {
  const world = await stripeWorld()
  const { intent, charge } = await paid(world)

  await world.stripe.refunds.create({ payment_intent: intent, amount: 500 })
  expect(await world.stripe.charges.retrieve(charge)).toMatchObject({ refunded: false, amount_refunded: 500 })
  await world.stripe.refunds.create({ payment_intent: intent })
  expect(await world.stripe.charges.retrieve(charge)).toMatchObject({ refunded: true, amount_refunded: 2000 })

  const error = await errorOf(world.stripe.refunds.create({ payment_intent: intent }))
  expect(error).toMatchObject({
    statusCode: 400,
    code: 'charge_already_refunded',
    message: `Charge ${charge} has already been refunded.`,
  })
  expect((await world.stripe.refunds.list({ charge })).data.map(({ amount }) => amount)).toEqual([1500, 500])
})

test('more than is left is not refunded', async () => {
  const world = await stripeWorld()
  const { intent } = await paid(world)
  await world.stripe.refunds.create({ payment_intent: intent, amount: 500 })

  const error = await errorOf(world.stripe.refunds.create({ payment_intent: intent, amount: 1501 }))

  expect(error).toMatchObject({
    statusCode: 400,
    param: 'amount',
    message: 'Refund amount ($15.01) is greater than unrefunded amount on charge ($15.00)',
  })
  expect(error.code).toBeUndefined()
})

test('the bank’s reference comes a moment later, and is told', async () => {
  const world = await stripeWorld()
  const { intent } = await paid(world)
  const refund = await world.stripe.refunds.create({ payment_intent: intent })
  expect(refund.destination_details?.card).toEqual({
    reference_status: 'pending',
    reference_type: 'acquirer_reference_number',
    type: 'refund',
  })

  await world.advance(10_000)

  expect((await world.stripe.refunds.retrieve(refund.id)).destination_details?.card).toMatchObject({
    reference_status: 'available',
    reference: expect.stringMatching(/^\d+$/),
  })
  expect(world.eventTypes().slice(-2)).toEqual(['refund.updated', 'charge.refund.updated'])
})

test('a refund to a slow card is pending first and succeeds later', async () => {
  const world = await stripeWorld()
  const { intent } = await paid(world, 'pm_card_pendingRefund')

  const refund = await world.stripe.refunds.create({ payment_intent: intent })
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' })
  await world.advance(10_000)

  const done = await world.stripe.refunds.retrieve(refund.id)
  expect(done.status).toBe('succeeded')
  expect(done).not.toHaveProperty('pending_reason')
  const [told] = (await world.stripe.events.list({ type: 'refund.updated' })).data
  expect(told?.data).toMatchObject({ object: { status: 'succeeded' }, previous_attributes: { status: 'pending' } })
})

test('a refund that the card refuses succeeds first, then fails, and the money is the shop’s again', async () => {
  const world = await stripeWorld()
  const { intent, charge } = await paid(world, 'pm_card_refundFail')

  const refund = await world.stripe.refunds.create({ payment_intent: intent })
  expect(refund.status).toBe('succeeded')
  await world.advance(10_000)

  const failed = await world.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] })
  expect(failed).toMatchObject({
    status: 'failed',
    failure_reason: 'unknown',
    failure_balance_transaction: { amount: 2000 },
  })
  expect(await world.stripe.charges.retrieve(charge)).toMatchObject({ refunded: false, amount_refunded: 0 })
  expect(world.eventTypes()).toContain('refund.failed')
})

test('what was not captured is not refunded but canceled', async () => {
  const world = await stripeWorld()
  const held = await world.stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    capture_method: 'manual',
    confirm: true,
    payment_method: 'pm_card_visa',
    return_url: 'https://shop.example',
  })

  const error = await errorOf(world.stripe.refunds.create({ payment_intent: held.id }))

  expect(error.statusCode).toBe(400)
  expect([error.code, error.param]).toEqual([undefined, undefined])
  expect(error.message).toMatch(/created by a PaymentIntent \(pi_\w+\)\. You must cancel the PaymentIntent/)
})

test('a refund names what it is of', async () => {
  const world = await stripeWorld()
  const open = await world.stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })

  expect(await errorOf(world.stripe.refunds.create({}))).toMatchObject({
    statusCode: 400,
    message: expect.stringMatching(/payment_intent or charge\.$/),
  })
  expect(await errorOf(world.stripe.refunds.create({ charge: 'ch_none' }))).toMatchObject({
    statusCode: 404,
    param: 'id',
    message: "No such charge: 'ch_none'",
  })
  expect(await errorOf(world.stripe.refunds.create({ payment_intent: open.id }))).toMatchObject({ statusCode: 400 })
  expect(await errorOf(world.stripe.refunds.retrieve('re_none'))).toMatchObject({
    statusCode: 404,
    message: "No such refund: 're_none'",
  })
})

test('metadata of a refund can be changed, and a refund to a card not be canceled', async () => {
  const world = await stripeWorld()
  const { intent } = await paid(world)
  const { id } = await world.stripe.refunds.create({ payment_intent: intent })

  expect(await world.stripe.refunds.update(id, { metadata: { note: 'x' } })).toMatchObject({ metadata: { note: 'x' } })
  expect(await errorOf(world.stripe.refunds.cancel(id))).toMatchObject({ statusCode: 400 })
})

test('a charge and the PaymentIntent of another payment are not refunded together', async () => {
  const { stripe } = await stripeWorld()
  const [one, two] = [await pay(stripe), await pay(stripe)]
  const charge = String(one.latest_charge)
  expect(await errorOf(stripe.refunds.create({ charge, payment_intent: two.id }))).toMatchObject({
    param: 'payment_intent',
  })
  expect(await stripe.refunds.create({ charge, payment_intent: one.id })).toMatchObject({ charge })
})
