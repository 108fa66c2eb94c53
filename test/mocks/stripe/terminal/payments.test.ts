import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { DAY, errorOf, SECOND, stripeWorld } from '../../../support/stripe.js'
import { balanceIn, bookedIn } from '../../../support/stripe-money.js'
import { atReader, presented, registered } from '../../../support/stripe-terminal.js'

const DECLINED = '4000000000009995'

async function scene() {
  const world = await stripeWorld()
  const reader = await registered(world.stripe)
  const paid = async (id: string) =>
    (await world.stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge.balance_transaction', 'payment_method'],
    })) as Stripe.PaymentIntent & { latest_charge: Stripe.Charge; payment_method: Stripe.PaymentMethod }
  return { ...world, reader, paid }
}

test('a payment at a reader: in progress until a card is presented, then paid', async () => {
  const { stripe, reader, paid, eventTypes, view } = await scene()
  const { id } = await atReader(stripe)
  const waiting = await stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: id })
  expect(waiting.action).toEqual({
    api_error: null,
    failure_code: null,
    failure_message: null,
    process_payment_intent: { payment_intent: id },
    status: 'in_progress',
    type: 'process_payment_intent',
  })
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method')

  const done = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader)
  expect(done.action).toMatchObject({ status: 'succeeded', process_payment_intent: { payment_intent: id } })
  const intent = await paid(id)
  expect(intent).toMatchObject({ status: 'succeeded', amount_received: 2000, payment_method: { type: 'card_present' } })
  expect(intent.latest_charge).toMatchObject({
    paid: true,
    captured: true,
    payment_method_details: {
      type: 'card_present',
      card_present: { brand: 'visa', last4: '4242', reader, read_method: 'contact_emv', amount_authorized: 2000 },
    },
    // 2.7 % and 5 cents: a card that is there costs less.
    balance_transaction: { amount: 2000, fee: 59, type: 'charge' },
  })
  expect(eventTypes().slice(-3)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'terminal.reader.action_succeeded',
  ])
  expect(balanceIn(view)).toEqual(bookedIn(view))
})

test('a declined card fails the action and not the request; the same PaymentIntent is paid with another', async () => {
  const { stripe, reader, eventTypes } = await scene()
  const { id } = await atReader(stripe)
  const failed = await presented(stripe, reader, id, DECLINED)
  expect(failed.action).toMatchObject({
    status: 'failed',
    failure_code: 'card_declined',
    failure_message: 'Your card has insufficient funds.',
    api_error: { code: 'card_declined', decline_code: 'insufficient_funds', type: 'card_error' },
  })
  expect(eventTypes().slice(-3)).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
    'terminal.reader.action_failed',
  ])
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { decline_code: 'insufficient_funds' },
  })
  expect((await presented(stripe, reader, id)).action?.status).toBe('succeeded')
})

test('a payment that is captured later is held for two days', async () => {
  const { stripe, reader, advance } = await scene()
  const [captured, forgotten] = await Promise.all([
    atReader(stripe, { capture_method: 'manual' }),
    atReader(stripe, { capture_method: 'manual' }),
  ])
  await presented(stripe, reader, captured.id)
  await presented(stripe, reader, forgotten.id)
  expect((await stripe.paymentIntents.retrieve(captured.id)).status).toBe('requires_capture')
  expect(await stripe.paymentIntents.capture(captured.id)).toMatchObject({ status: 'succeeded', amount_received: 2000 })

  await advance(2 * DAY)
  expect((await stripe.paymentIntents.retrieve(forgotten.id)).status).toBe('canceled')
  expect((await errorOf(stripe.paymentIntents.capture(forgotten.id))).code).toBe('payment_intent_unexpected_state')
})

test('a reader that is not simulated takes the physical test card, which does as the amount says', async () => {
  const { stripe } = await scene()
  const reader = await registered(stripe, 'puppies-plug-could')
  const codes = { 1000: undefined, 1001: 'call_issuer', 1005: 'generic_decline', 1055: 'incorrect_pin' }
  const more = { 1065: 'withdrawal_count_limit_exceeded', 1075: 'pin_try_exceeded' }
  for (const [amount, code] of Object.entries({ ...codes, ...more })) {
    const { id } = await atReader(stripe, { amount: Number(amount) })
    const { action } = await presented(stripe, reader, id)
    expect([amount, action?.status, action?.api_error?.decline_code]).toEqual([
      amount,
      code ? 'failed' : 'succeeded',
      code,
    ])
  }
  const { id } = await atReader(stripe, { amount: 1055 })
  const error = await errorOf(presented(stripe, reader, id, '4242424242424242'))
  expect(error).toMatchObject({ statusCode: 400, param: 'card_present[number]' })
  expect((await presented(stripe, await registered(stripe), id)).action?.status).toBe('succeeded')
})

test('a tip given at the reader is paid with the amount', async () => {
  const { stripe, reader, paid } = await scene()
  const { id } = await atReader(stripe)
  await presented(stripe, reader, id, undefined, { amount_tip: 300 })
  expect(await paid(id)).toMatchObject({
    amount: 2300,
    amount_received: 2300,
    amount_details: { tip: { amount: 300 } },
    latest_charge: { amount: 2300 },
  })
})

test('only a PaymentIntent for cards that are there, and that awaits one, is processed', async () => {
  const { stripe, reader } = await scene()
  const { id } = await atReader(stripe)
  await presented(stripe, reader, id)
  const again = await errorOf(stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: id }))
  expect(again).toMatchObject({
    code: 'intent_invalid_state',
    message: 'Payment intent must be in the requires_payment_method state to be processed by a reader.',
  })
  const online = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  const other = await errorOf(stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: online.id }))
  expect(other).toMatchObject({ statusCode: 400, param: 'payment_intent' })
  const none = await errorOf(stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: 'pi_none' }))
  expect(none).toMatchObject({ code: 'resource_missing', statusCode: 400 })
})

test('a PaymentIntent that is canceled while the reader waits is not paid', async () => {
  const { stripe, reader } = await scene()
  const { id } = await atReader(stripe)
  await stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: id })
  await stripe.paymentIntents.cancel(id)
  const failed = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader)
  expect(failed.action).toMatchObject({ status: 'failed', failure_code: 'intent_invalid_state' })
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'canceled', latest_charge: null })
})

test('a card is taken first and charged after, or declined then', async () => {
  const { stripe, reader, advance, eventTypes, view } = await scene()
  const readers = stripe.terminal.readers
  const steps = async (number: string) => {
    const { id } = await atReader(stripe)
    await readers.collectPaymentMethod(reader, { payment_intent: id })
    const { action } = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader, {
      card_present: { number },
    })
    expect(action?.collect_payment_method?.payment_method).toMatchObject({ type: 'card_present' })
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_confirmation')
    await readers.confirmPaymentIntent(reader, { payment_intent: id })
    await advance(5 * SECOND)
    return [view.readers.get(reader, 'reader').action?.status, (await stripe.paymentIntents.retrieve(id)).status]
  }
  expect(await steps('5555555555554444')).toEqual(['succeeded', 'succeeded'])
  expect(await steps(DECLINED)).toEqual(['failed', 'requires_payment_method'])
  expect(eventTypes().filter((type) => type.startsWith('terminal'))).toEqual([
    'terminal.reader.action_updated',
    'terminal.reader.action_succeeded',
    'terminal.reader.action_updated',
    'terminal.reader.action_failed',
  ])
  const { id } = await atReader(stripe)
  const early = await errorOf(readers.confirmPaymentIntent(reader, { payment_intent: id }))
  expect(early.code).toBe('intent_invalid_state')
})

test('a payment at a reader is refunded, on line or at the reader', async () => {
  const { stripe, reader, view } = await scene()
  const { id } = await atReader(stripe)
  await presented(stripe, reader, id)
  const refund = await stripe.refunds.create({ payment_intent: id, amount: 500 })
  expect(refund).toMatchObject({ status: 'succeeded', destination_details: { type: 'card' } })

  await stripe.terminal.readers.refundPayment(reader, { payment_intent: id })
  const done = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader)
  expect(done.action).toMatchObject({ status: 'succeeded', refund_payment: { amount: 1500, payment_intent: id } })

  await stripe.terminal.readers.refundPayment(reader, { payment_intent: id })
  const again = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader)
  expect(again.action).toMatchObject({ status: 'failed', failure_code: 'charge_already_refunded' })
  expect(balanceIn(view)).toEqual(bookedIn(view))
})

test('a card set up at a reader leaves one for payments on line; a declined one leaves none', async () => {
  const { stripe, reader } = await scene()
  const customer = await stripe.customers.create()
  const setUp = async (number: string) => {
    const intent = await stripe.setupIntents.create({
      customer: customer.id,
      allowed_payment_method_types: ['card_present'],
    })
    await stripe.terminal.readers.processSetupIntent(reader, { setup_intent: intent.id, allow_redisplay: 'always' })
    const { action } = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader, {
      card_present: { number },
    })
    return { action, intent: await stripe.setupIntents.retrieve(intent.id, { expand: ['latest_attempt'] }) }
  }
  const { action, intent } = await setUp('4242424242424242')
  const generated = action?.process_setup_intent?.generated_card ?? ''
  expect(intent).toMatchObject({
    status: 'succeeded',
    latest_attempt: { payment_method_details: { card_present: { generated_card: generated } } },
  })
  const paid = await stripe.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    customer: customer.id,
    payment_method: generated,
    off_session: true,
    confirm: true,
  })
  expect(paid.status).toBe('succeeded')

  const declined = await setUp('4000000000000002')
  expect(declined.action).toMatchObject({ status: 'failed', failure_code: 'card_declined' })
  expect(declined.intent).toMatchObject({ status: 'requires_payment_method' })
  expect((await stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1)
})

test('a payment with setup_future_usage leaves a card for payments on line', async () => {
  const { stripe, reader, paid } = await scene()
  const customer = await stripe.customers.create()
  const { id } = await atReader(stripe, { customer: customer.id, setup_future_usage: 'off_session' })
  await presented(stripe, reader, id)
  const { latest_charge: charge } = await paid(id)
  const generated = charge.payment_method_details?.card_present?.generated_card ?? ''
  expect(await stripe.paymentMethods.retrieve(generated)).toMatchObject({
    customer: customer.id,
    type: 'card',
    card: { last4: '4242', generated_from: { charge: charge.id } },
  })
})

test('what is not simulated says so', async () => {
  const { stripe, reader } = await scene()
  await stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: (await atReader(stripe)).id })
  const { readers } = stripe.testHelpers.terminal
  const interac = await errorOf(readers.presentPaymentMethod(reader, { type: 'interac_present' }))
  expect(interac).toMatchObject({ statusCode: 501 })
  const unknown = await errorOf(readers.presentPaymentMethod(reader, { card_present: { number: '4000000000000006' } }))
  expect(unknown).toMatchObject({ statusCode: 402, code: 'incorrect_number' })
})
