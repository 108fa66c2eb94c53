import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

const returnUrl = 'https://shop.example/saved'

test('a card is set up for a customer and charged off session later', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const setup = await stripe.setupIntents.create({ customer })
  expect(setup).toMatchObject({
    status: 'requires_payment_method',
    usage: 'off_session',
    client_secret: expect.stringMatching(/^seti_\w+_secret_\w+$/),
  })

  const done = await stripe.setupIntents.confirm(setup.id, {
    payment_method: 'pm_card_visa',
    return_url: returnUrl,
    expand: ['latest_attempt'],
  })

  expect(done).toMatchObject({ status: 'succeeded', latest_attempt: { object: 'setup_attempt', status: 'succeeded' } })
  const method = done.payment_method as string
  expect(await stripe.paymentMethods.retrieve(method)).toMatchObject({
    customer,
    card: { checks: { cvc_check: 'pass' } },
  })
  expect(
    await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      payment_method: method,
      off_session: true,
      confirm: true,
    }),
  ).toMatchObject({ status: 'succeeded' })
})

test('a declined card answers 402, and the SetupIntent waits for another', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.setupIntents.create({})

  const error = await errorOf(
    stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa_chargeDeclined', return_url: returnUrl }),
  )

  expect(error).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'generic_decline',
    setup_intent: { id, status: 'requires_payment_method' },
  })
  expect(await stripe.setupIntents.retrieve(id)).toMatchObject({
    status: 'requires_payment_method',
    last_setup_error: { code: 'card_declined', type: 'card_error' },
  })
  expect(
    await stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa', return_url: returnUrl }),
  ).toMatchObject({ status: 'succeeded', last_setup_error: null })
})

test('3D Secure is passed on a page, and off-session payments are not challenged afterwards', async () => {
  const { stripe, send } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const setup = await stripe.setupIntents.create({
    customer,
    confirm: true,
    payment_method: 'pm_card_authenticationRequiredOnSetup',
    return_url: returnUrl,
  })
  expect(setup).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } })
  const page = new URL(setup.next_action?.redirect_to_url?.url ?? '').pathname
  expect((await send({ target: page, key: null })).body).toContain('nothing now')

  const { status, headers } = await send({ method: 'POST', target: page, key: null, text: 'outcome=complete' })

  expect(status).toBe(303)
  const back = new URL(String(headers.Location)).searchParams
  expect(Object.fromEntries(back)).toEqual({
    setup_intent: setup.id,
    setup_intent_client_secret: setup.client_secret,
    redirect_status: 'succeeded',
  })
  const { payment_method } = await stripe.setupIntents.retrieve(setup.id)
  expect(
    await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      payment_method: payment_method as string,
      off_session: true,
      confirm: true,
    }),
  ).toMatchObject({ status: 'succeeded' })
})

test('who fails 3D Secure leaves a SetupIntent that says so', async () => {
  const { stripe, send } = await stripeWorld()
  const setup = await stripe.setupIntents.create({
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    return_url: returnUrl,
  })
  const page = new URL(setup.next_action?.redirect_to_url?.url ?? '').pathname

  await send({ method: 'POST', target: page, key: null, text: 'outcome=fail' })

  expect(await stripe.setupIntents.retrieve(setup.id)).toMatchObject({
    status: 'requires_payment_method',
    last_setup_error: { code: 'setup_intent_authentication_failure' },
  })
})

test('what is over can be neither canceled nor confirmed nor changed', async () => {
  const { stripe } = await stripeWorld()
  const done = await stripe.setupIntents.create({
    confirm: true,
    payment_method: 'pm_card_visa',
    return_url: returnUrl,
  })
  const gone = await stripe.setupIntents.cancel((await stripe.setupIntents.create({})).id, {
    cancellation_reason: 'abandoned',
  })
  expect(gone).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' })

  for (const { id, status } of [done, gone]) {
    for (const act of [
      stripe.setupIntents.cancel(id),
      stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa', return_url: returnUrl }),
      stripe.setupIntents.update(id, { payment_method: 'pm_card_visa' }),
    ]) {
      const error = await errorOf(act)
      expect(error).toMatchObject({
        statusCode: 400,
        code: 'setup_intent_unexpected_state',
        setup_intent: { id, status },
      })
    }
  }
  expect(await stripe.setupIntents.update(done.id, { metadata: { note: 'kept' } })).toMatchObject({
    metadata: { note: 'kept' },
  })
})

test('SetupIntents are listed by customer and by payment method', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const one = await stripe.setupIntents.create({
    customer,
    confirm: true,
    payment_method: 'pm_card_visa',
    return_url: returnUrl,
  })
  await stripe.setupIntents.create({})

  expect((await stripe.setupIntents.list({ customer })).data.map(({ id }) => id)).toEqual([one.id])
  expect((await stripe.setupIntents.list({ payment_method: one.payment_method as string })).data).toHaveLength(1)
  expect(await errorOf(stripe.setupIntents.retrieve('seti_none'))).toMatchObject({
    statusCode: 404,
    message: "No such setupintent: 'seti_none'",
  })
})

test('attempts are listed with the card that was tried', async () => {
  const { stripe } = await stripeWorld()
  const setup = (method: string) =>
    stripe.setupIntents.create({ payment_method: method, confirm: true, return_url: returnUrl })
  const { id } = await setup('pm_card_visa')
  expect((await stripe.setupAttempts.list({ setup_intent: id })).data).toMatchObject([
    {
      status: 'succeeded',
      payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242', three_d_secure: null } },
    },
  ])
  const declined = await errorOf(setup('pm_card_visa_chargeDeclined'))
  const failed = await stripe.setupAttempts.list({ setup_intent: String(declined.setup_intent?.id) })
  expect(failed.data).toMatchObject([{ status: 'failed', payment_method_details: { card: { last4: '0002' } } }])
})
