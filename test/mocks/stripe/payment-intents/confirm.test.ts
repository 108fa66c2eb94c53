import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const twenty = { amount: 2000, currency: 'usd' } as const
const noRedirect = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const

test('a PaymentIntent is created, confirmed with a test card and paid', async () => {
  const { stripe } = await stripeWorld()
  const created = await stripe.paymentIntents.create({ ...twenty, ...noRedirect, metadata: { order: '6735' } })
  expect(created).toMatchObject({
    status: 'requires_payment_method',
    client_secret: `${created.id}_secret_${created.client_secret?.split('_secret_')[1]}`,
  })

  const paid = await stripe.paymentIntents.confirm(created.id, {
    payment_method: 'pm_card_visa',
    expand: ['latest_charge'],
  })

  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 2000, metadata: { order: '6735' } })
  expect(paid.latest_charge).toMatchObject({
    object: 'charge',
    amount: 2000,
    captured: true,
    paid: true,
    status: 'succeeded',
    outcome: { type: 'authorized', network_status: 'approved_by_network', risk_level: 'normal' },
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242', checks: { cvc_check: 'pass' } } },
    receipt_url: expect.stringMatching(/^https:\/\//),
    metadata: { order: '6735' },
  })
})

test('a declined card answers 402 with all that a shop needs, and the PaymentIntent waits for another card', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create({ ...twenty, ...noRedirect })

  const error = await errorOf(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa_chargeDeclined' }))

  expect(error).toBeInstanceOf(Stripe.errors.StripeCardError)
  expect(error).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'generic_decline',
    message: 'Your card was declined.',
    doc_url: 'https://stripe.com/docs/error-codes/card-declined',
    charge: expect.stringMatching(/^ch_/),
    payment_method: { card: { last4: '0002', checks: { cvc_check: 'pass' } } },
    payment_intent: { id, status: 'requires_payment_method', payment_method: null },
  })
  expect(error.raw).toMatchObject({ advice_code: 'try_again_later', network_decline_code: '01', type: 'card_error' })
  const waiting = await stripe.paymentIntents.retrieve(id)
  expect(waiting.last_payment_error).toMatchObject({
    code: 'card_declined',
    decline_code: 'generic_decline',
    charge: error.charge,
    advice_code: 'try_again_later',
  })
  const failed = await stripe.charges.retrieve(error.charge ?? '')
  expect(failed).toMatchObject({
    status: 'failed',
    paid: false,
    failure_code: 'card_declined',
    outcome: { type: 'issuer_declined', reason: 'generic_decline' },
  })

  const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
  expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null })
})

test('a PaymentIntent declined at creation is kept, and named in the error', async () => {
  const { stripe } = await stripeWorld()

  const error = await errorOf(
    stripe.paymentIntents.create({
      ...twenty,
      ...noRedirect,
      confirm: true,
      payment_method: 'pm_card_chargeDeclinedExpiredCard',
    }),
  )

  expect(error).toMatchObject({ code: 'expired_card', param: 'exp_month', message: 'Your card has expired.' })
  const { id } = error.payment_intent ?? { id: '' }
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'requires_payment_method' })
})

test('a card that Radar blocks never reaches the bank', async () => {
  const { stripe } = await stripeWorld()

  const error = await errorOf(
    stripe.paymentIntents.create({ ...twenty, ...noRedirect, confirm: true, payment_method: 'pm_card_radarBlock' }),
  )

  expect(error).toMatchObject({ code: 'card_declined', decline_code: 'fraudulent' })
  expect(await stripe.charges.retrieve(error.charge ?? '')).toMatchObject({
    outcome: { type: 'blocked', network_status: 'not_sent_to_network', risk_level: 'highest' },
  })
})

test('a card with elevated risk pays and is marked for review', async () => {
  const { stripe } = await stripeWorld()

  const paid = await stripe.paymentIntents.create({
    ...twenty,
    ...noRedirect,
    confirm: true,
    payment_method: 'pm_card_riskLevelElevated',
    expand: ['latest_charge'],
  })

  expect(paid.latest_charge).toMatchObject({ outcome: { risk_level: 'elevated', type: 'manual_review' } })
})

test('checks of address and code fail only where those were given', async () => {
  const { stripe } = await stripeWorld()
  const pay = async (token: string, address?: { line1: string; postal_code: string }) => {
    const method = await stripe.paymentMethods.create({
      type: 'card',
      card: { token },
      ...(address && { billing_details: { address } }),
    })
    const { latest_charge } = await stripe.paymentIntents.create({
      ...twenty,
      ...noRedirect,
      confirm: true,
      payment_method: method.id,
      expand: ['latest_charge'],
    })
    return (latest_charge as Stripe.Charge).payment_method_details?.card?.checks
  }
  const address = { line1: '1 Main Street', postal_code: '12345' }

  expect(await pay('tok_avsFail', address)).toMatchObject({
    address_line1_check: 'fail',
    address_postal_code_check: 'fail',
  })
  expect(await pay('tok_avsFail')).toMatchObject({ address_line1_check: null, address_postal_code_check: null })
  expect(await pay('tok_avsZipFail', address)).toMatchObject({
    address_line1_check: 'pass',
    address_postal_code_check: 'fail',
  })
  expect(await pay('tok_avsLine1Fail', address)).toMatchObject({
    address_line1_check: 'fail',
    address_postal_code_check: 'pass',
  })
  expect(await pay('tok_avsUnchecked', address)).toMatchObject({ address_line1_check: 'unavailable' })
  expect(await pay('tok_cvcCheckFail')).toMatchObject({ cvc_check: 'fail' })
})

test('a payment method without a customer pays once', async () => {
  const { stripe } = await stripeWorld()
  const method = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
  await stripe.paymentIntents.create({ ...twenty, ...noRedirect, confirm: true, payment_method: method.id })

  const again = await errorOf(
    stripe.paymentIntents.create({ ...twenty, ...noRedirect, confirm: true, payment_method: method.id }),
  )

  expect(again).toMatchObject({ statusCode: 400, code: 'payment_method_unexpected_state' })
  expect(again.message).toMatch(
    /^The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment/,
  )
})

test('setup_future_usage keeps the card with the customer, who can be charged off session later', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const first = await stripe.paymentIntents.create({
    ...twenty,
    ...noRedirect,
    customer,
    confirm: true,
    payment_method: 'pm_card_visa',
    setup_future_usage: 'off_session',
  })
  const method = first.payment_method as string
  expect(await stripe.paymentMethods.retrieve(method)).toMatchObject({ customer })

  const later = await stripe.paymentIntents.create({
    ...twenty,
    customer,
    payment_method: method,
    confirm: true,
    off_session: true,
  })

  expect(later.status).toBe('succeeded')
})

test("another customer's payment method is refused", async () => {
  const { stripe } = await stripeWorld()
  const [one, other] = [await stripe.customers.create({}), await stripe.customers.create({})]
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: one.id })

  const ofOther = await errorOf(
    stripe.paymentIntents.create({
      ...twenty,
      ...noRedirect,
      customer: other.id,
      confirm: true,
      payment_method: method.id,
    }),
  )
  const ofNone = await errorOf(
    stripe.paymentIntents.create({ ...twenty, ...noRedirect, confirm: true, payment_method: method.id }),
  )

  expect(ofOther).toMatchObject({ statusCode: 400, param: 'payment_method' })
  expect(ofOther.message).toContain(`does not belong to the Customer you supplied ${other.id}.`)
  expect(ofNone).toMatchObject({ statusCode: 400, code: 'parameter_missing', param: 'source' })
  expect(ofNone.message).toContain('Please include the Customer in the `customer` parameter on the PaymentIntent.')
})

test('a confirmation without return_url is refused where a payment method might redirect', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(twenty)

  const error = await errorOf(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }))

  expect(error).toMatchObject({ statusCode: 400, param: 'return_url' })
  expect(error.message).toMatch(/you must provide a `return_url`/)
  expect(
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa', return_url: 'https://shop.example' }),
  ).toMatchObject({ status: 'succeeded' })
})

test('a confirmation without any payment method is refused', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create(twenty)

  const error = await errorOf(stripe.paymentIntents.confirm(id, { return_url: 'https://shop.example' }))

  expect(error).toMatchObject({ code: 'payment_intent_unexpected_state', payment_intent: { id } })
  expect(error.message).toMatch(/^You cannot confirm this PaymentIntent because it's missing a payment method/)
})

test('what goes with confirm only is refused without it', async () => {
  const { stripe } = await stripeWorld()

  const error = await errorOf(stripe.paymentIntents.create({ ...twenty, off_session: true }))

  expect(error).toMatchObject({ statusCode: 400, param: 'off_session' })
  expect(error.message).toContain('when `confirm=true`')
})

test('the money of an automatic_async payment is booked a moment after the answer', async () => {
  const { stripe, settled, eventTypes } = await stripeWorld()
  const paid = await stripe.paymentIntents.create({
    ...twenty,
    ...noRedirect,
    confirm: true,
    payment_method: 'pm_card_visa',
    expand: ['latest_charge'],
  })
  expect(paid.latest_charge).toMatchObject({ balance_transaction: null })

  await settled()

  const charge = await stripe.charges.retrieve((paid.latest_charge as Stripe.Charge).id, {
    expand: ['balance_transaction'],
  })
  expect(charge.balance_transaction).toMatchObject({
    amount: 2000,
    fee: 88,
    net: 1912,
    status: 'pending',
    type: 'charge',
  })
  expect(eventTypes().at(-1)).toBe('charge.updated')
})

test('with capture_method=automatic the money is booked in the answer', async () => {
  const { stripe } = await stripeWorld()

  const paid = await stripe.paymentIntents.create({
    ...twenty,
    ...noRedirect,
    confirm: true,
    payment_method: 'pm_card_bypassPending',
    capture_method: 'automatic',
    expand: ['latest_charge.balance_transaction'],
  })

  expect((paid.latest_charge as Stripe.Charge).balance_transaction).toMatchObject({ status: 'available', net: 1912 })
})

test('a card payment has a suffix of a statement descriptor, and none of its own', async () => {
  const { stripe } = await stripeWorld()
  const create = (given: object) =>
    stripe.paymentIntents.create({ ...twenty, ...noRedirect, confirm: true, payment_method: 'pm_card_visa', ...given })
  expect(await create({ statement_descriptor_suffix: 'ORDER 7' })).toMatchObject({ status: 'succeeded' })
  expect(await errorOf(create({ statement_descriptor: 'ORDER 7' }))).toMatchObject({ param: 'statement_descriptor' })
})
