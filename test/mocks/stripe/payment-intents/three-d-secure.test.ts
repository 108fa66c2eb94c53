import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const twenty = { amount: 2000, currency: 'usd', return_url: 'https://shop.example/back?cart=7' } as const
type World = Awaited<ReturnType<typeof stripeWorld>>

function challenged({ stripe }: World, params: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    ...twenty,
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    ...params,
  })
}

function pageOf(intent: Stripe.PaymentIntent): string {
  return new URL(intent.next_action?.redirect_to_url?.url ?? 'about:blank').pathname
}

/** What the person's browser sends when a button of the page is pressed. */
function press(world: World, intent: Stripe.PaymentIntent, outcome: 'complete' | 'fail') {
  return world.send({ method: 'POST', target: pageOf(intent), key: null, text: `outcome=${outcome}` })
}

test('a card that needs authentication sends the person to a page with the amount on it', async () => {
  const world = await stripeWorld()

  const intent = await challenged(world)

  expect(intent).toMatchObject({
    status: 'requires_action',
    next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: twenty.return_url } },
    latest_charge: null,
  })
  const page = await world.send({ target: pageOf(intent), key: null })
  expect(page.status).toBe(200)
  expect(page.headers['Content-Type']).toBe('text/html; charset=utf-8')
  expect(page.body).toContain('visa ending in 3184')
  expect(page.body).toContain('$20.00 USD')
})

test('who passes is sent back to the shop, and the payment has succeeded', async () => {
  const world = await stripeWorld()
  const intent = await challenged(world)

  const { status, headers } = await press(world, intent, 'complete')

  expect(status).toBe(303)
  const back = new URL(String(headers.Location))
  expect(back.origin + back.pathname).toBe('https://shop.example/back')
  expect(Object.fromEntries(back.searchParams)).toEqual({
    cart: '7',
    payment_intent: intent.id,
    payment_intent_client_secret: intent.client_secret,
    redirect_status: 'succeeded',
  })
  const paid = await world.stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] })
  expect(paid).toMatchObject({ status: 'succeeded', next_action: null, amount_received: 2000 })
  expect((paid.latest_charge as Stripe.Charge).payment_method_details?.card?.three_d_secure).toMatchObject({
    result: 'authenticated',
  })
})

test('who fails is sent back too, and the PaymentIntent waits for another card', async () => {
  const world = await stripeWorld()
  const intent = await challenged(world)

  const { headers } = await press(world, intent, 'fail')

  expect(new URL(String(headers.Location)).searchParams.get('redirect_status')).toBe('failed')
  expect(await world.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'payment_intent_authentication_failure', type: 'invalid_request_error' },
    next_action: null,
    latest_charge: null,
  })
})

test('a card may pass authentication and still be declined', async () => {
  const world = await stripeWorld()
  const intent = await challenged(world, {
    payment_method: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
  })

  await press(world, intent, 'complete')

  expect(await world.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
  })
})

test('an answer is taken once, and an answer that is none is refused', async () => {
  const world = await stripeWorld()
  const intent = await challenged(world)

  expect(
    await world.send({ method: 'POST', target: pageOf(intent), key: null, text: 'outcome=perhaps' }),
  ).toMatchObject({ status: 400 })
  await press(world, intent, 'fail')
  const again = await press(world, intent, 'complete')

  expect(again.status).toBe(200)
  expect(again.body).toContain('The authentication failed')
  expect(await world.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'requires_payment_method' })
})

test('a page that was replaced by a canceled payment changes nothing any more', async () => {
  const world = await stripeWorld()
  const intent = await challenged(world)
  await world.stripe.paymentIntents.cancel(intent.id)

  await press(world, intent, 'complete')

  expect(await world.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'canceled' })
})

test('an older challenge does not pay for a later confirmation', async () => {
  const world = await stripeWorld()
  const first = await challenged(world)
  const second = await world.stripe.paymentIntents.confirm(first.id, {
    payment_method: 'pm_card_authenticationRequired',
    return_url: twenty.return_url,
  })
  expect(pageOf(second)).not.toBe(pageOf(first))

  await press(world, first, 'complete')
  expect(await world.stripe.paymentIntents.retrieve(first.id)).toMatchObject({ status: 'requires_action' })
  await press(world, second, 'complete')
  expect(await world.stripe.paymentIntents.retrieve(first.id)).toMatchObject({ status: 'succeeded' })
})

test('without return_url the SDK in the page is told where the challenge is', async () => {
  const world = await stripeWorld()

  const intent = await world.stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
  })

  expect(intent).toMatchObject({
    status: 'requires_action',
    next_action: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect' } },
  })
})

test('off session nobody can pass: the card is declined with authentication_required', async () => {
  const world = await stripeWorld()
  const { id: customer } = await world.stripe.customers.create({})
  const method = await world.stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer })

  const error = await errorOf(
    world.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      payment_method: method.id,
      confirm: true,
      off_session: true,
    }),
  )

  expect(error).toMatchObject({
    statusCode: 402,
    code: 'authentication_required',
    decline_code: 'authentication_required',
    payment_method: { id: method.id },
  })
  const intent = await world.stripe.paymentIntents.retrieve(error.payment_intent?.id ?? '')
  expect(intent).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'authentication_required', payment_method: { id: method.id } },
  })
})

test('error_on_requires_action declines instead of asking', async () => {
  const world = await stripeWorld()

  const error = await errorOf(challenged(world, { error_on_requires_action: true }))

  expect(error).toMatchObject({
    statusCode: 402,
    code: 'authentication_required',
    decline_code: 'authentication_not_handled',
  })
})

test('a card that may be set up for off session use is not challenged afterwards', async () => {
  const world = await stripeWorld()
  const { id: customer } = await world.stripe.customers.create({})
  const intent = await challenged(world, {
    customer,
    payment_method: 'pm_card_authenticationRequiredOnSetup',
    setup_future_usage: 'off_session',
  })
  await press(world, intent, 'complete')
  const { payment_method } = await world.stripe.paymentIntents.retrieve(intent.id)

  const later = await world.stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    customer,
    payment_method: payment_method as string,
    confirm: true,
    off_session: true,
  })

  expect(later.status).toBe('succeeded')
})

test('3D Secure that is optional is asked for only when the shop asks for it', async () => {
  const world = await stripeWorld()
  const optional = { payment_method: 'pm_card_threeDSecureOptional' }

  expect(await challenged(world, optional)).toMatchObject({ status: 'succeeded' })
  expect(
    await challenged(world, { ...optional, payment_method_options: { card: { request_three_d_secure: 'any' } } }),
  ).toMatchObject({ status: 'requires_action' })
})

test('a card whose 3D Secure is broken pays without it, and fails where the shop asks for it', async () => {
  const world = await stripeWorld()
  const broken = { payment_method: 'pm_card_threeDSecureOptionalProcessingError' }

  expect(await challenged(world, broken)).toMatchObject({ status: 'succeeded' })
  const asked = challenged(world, { ...broken, payment_method_options: { card: { request_three_d_secure: 'any' } } })
  expect(await errorOf(asked)).toMatchObject({ statusCode: 402, code: 'processing_error' })
})

test('with manual confirmation the server confirms once more after the challenge', async () => {
  const world = await stripeWorld()
  const intent = await challenged(world, { confirmation_method: 'manual' })

  await press(world, intent, 'complete')

  expect(await world.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'requires_confirmation' })
  expect(await world.stripe.paymentIntents.confirm(intent.id, { return_url: twenty.return_url })).toMatchObject({
    status: 'succeeded',
  })
})

test('a card declines after a challenge with manual confirmation as well', async () => {
  const world = await stripeWorld()
  const intent = await challenged(world, {
    confirmation_method: 'manual',
    payment_method: 'pm_card_threeDSecureRequiredChargeDeclined',
  })
  await press(world, intent, 'complete')

  expect(
    await errorOf(world.stripe.paymentIntents.confirm(intent.id, { return_url: twenty.return_url })),
  ).toMatchObject({ code: 'card_declined' })
})

test('what a shop writes into a description stays text on the page', async () => {
  const world = await stripeWorld()
  const hostile = `<script>alert(1)</script><img src=x onerror="alert('2')">`
  const intent = await challenged(world, { description: hostile })

  const page = await world.send({ target: pageOf(intent), key: null })

  expect(page.body).not.toContain('<script>')
  expect(page.body).not.toContain('<img')
  expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page.headers['Content-Security-Policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
})

test('a page that nobody opened is not there', async () => {
  const world = await stripeWorld()

  expect(await world.send({ target: '/redirect/authenticate/src_none', key: null })).toMatchObject({
    status: expect.toSatisfy((status: number) => status >= 400 && status < 500),
  })
})
