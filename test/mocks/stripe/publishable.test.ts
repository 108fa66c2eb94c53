import { expect, test } from 'vitest'
import { stripeWorld } from '../../support/stripe.js'

type World = Awaited<ReturnType<typeof stripeWorld>>
const ORIGIN = { origin: 'http://localhost:3000' }
const CARD =
  'payment_method_data[type]=card&payment_method_data[card][number]=4242424242424242&payment_method_data[card][exp_month]=12&payment_method_data[card][exp_year]=30&payment_method_data[card][cvc]=123'

async function intended({ stripe }: World) {
  const never = { enabled: true, allow_redirects: 'never' } as const
  const { id, client_secret } = await stripe.paymentIntents.create({
    amount: 2500,
    currency: 'eur',
    automatic_payment_methods: never,
  })
  return { target: `/v1/payment_intents/${id}/confirm`, secret: client_secret ?? '' }
}

test('a page confirms with its publishable key and the client secret, and may read the answer', async () => {
  const world = await stripeWorld()
  const { secret, target } = await intended(world)
  const text = `${CARD}&client_secret=${secret}&use_stripe_sdk=true`
  const answer = await world.send({ method: 'POST', target, text, key: world.keys.publishable, headers: ORIGIN })
  expect([answer.status, answer.json.status]).toEqual([200, 'succeeded'])
  expect(answer.headers).toMatchObject({ 'Access-Control-Allow-Origin': '*' })
})

test.each([
  ['no secret', '', 401],
  ['another secret', '&client_secret=pi_x_secret_y', 400, 'payment_intent_invalid_parameter'],
])('%s is not enough', async (_what, more, status, code = undefined) => {
  const world = await stripeWorld()
  const { target } = await intended(world)
  const answer = await world.send({
    method: 'POST',
    target,
    text: CARD + more,
    key: world.keys.publishable,
    headers: ORIGIN,
  })
  const { error } = answer.json
  expect([answer.status, error.param, error.code]).toEqual([status, 'client_secret', code])
})

const ofPage = (world: World) => (target: string, text?: string) =>
  world.send({
    method: text === undefined ? 'GET' : 'POST',
    target,
    key: world.keys.publishable,
    headers: ORIGIN,
    ...(text !== undefined && { text }),
  })

test('of a PaymentIntent a page sees what it needs; the shop with its secret key sees all', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const customer = (await stripe.customers.create({ name: 'Ada', email: 'ada@shop.example' })).id
  const { id, client_secret: secret } = await stripe.paymentIntents.create({
    amount: 2500,
    currency: 'eur',
    customer,
    metadata: { margin: '40 %' },
    statement_descriptor_suffix: 'ORDER 7',
  })
  const target = `/v1/payment_intents/${id}?client_secret=${secret}`
  const { json } = await ofPage(world)(`${target}&expand[]=customer`)
  expect(json).toMatchObject({
    id,
    amount: 2500,
    currency: 'eur',
    client_secret: secret,
    status: 'requires_payment_method',
  })
  for (const hidden of [
    'customer',
    'metadata',
    'latest_charge',
    'transfer_data',
    'payment_method_options',
    'amount_received',
  ])
    expect(json).not.toHaveProperty(hidden)
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ customer, metadata: { margin: '40 %' } })
})

test('of a card a page sees no fingerprint, and of whose it is the id alone', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const customer = (await stripe.customers.create({ name: 'Ada' })).id
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  await stripe.paymentMethods.update(id, { metadata: { risk: 'high' } })
  const { client_secret: secret, id: setup } = await stripe.setupIntents.create({ customer, payment_method: id })
  const { json } = await ofPage(world)(
    `/v1/setup_intents/${setup}?client_secret=${secret}&expand[]=payment_method&expand[]=payment_method.customer`,
  )
  expect(json.payment_method).toMatchObject({ id, customer, card: { last4: '4242' } })
  expect(JSON.stringify(json)).not.toMatch(/fingerprint|metadata|Ada/)
  const token = await ofPage(world)('/v1/tokens', 'card[number]=4242424242424242&card[exp_month]=12&card[exp_year]=30')
  expect(token.json.card).toMatchObject({ last4: '4242', object: 'card' })
  expect(token.json.card).not.toHaveProperty('fingerprint')
})

test('an error tells a page no more than an answer does', async () => {
  const world = await stripeWorld()
  const { secret, target } = await intended(world)
  const declined = CARD.replace('4242424242424242', '4000000000000002')
  const { status, json } = await ofPage(world)(target, `${declined}&client_secret=${secret}`)
  const failed = json.error.payment_intent as Record<string, never>
  expect([status, json.error.code, failed.status]).toEqual([402, 'card_declined', 'requires_payment_method'])
  expect(failed).toMatchObject({ last_payment_error: { payment_method: { card: { last4: '0002' } } } })
  expect(JSON.stringify(json)).not.toMatch(/fingerprint|metadata|transfer_data/)
})

test('a page says what small deposits were, with the client secret', async () => {
  const world = await stripeWorld()
  const setup = await world.stripe.setupIntents.create({ allowed_payment_method_types: ['us_bank_account'] })
  const bank =
    'payment_method_data[type]=us_bank_account&payment_method_data[us_bank_account][account_number]=000123456789&payment_method_data[us_bank_account][routing_number]=110000000&payment_method_data[us_bank_account][account_holder_type]=individual&payment_method_data[billing_details][name]=Ada&mandate_data[customer_acceptance][type]=online&mandate_data[customer_acceptance][online][ip_address]=127.0.0.1&mandate_data[customer_acceptance][online][user_agent]=page'
  const target = `/v1/setup_intents/${setup.id}`
  const confirmed = await ofPage(world)(`${target}/confirm`, `${bank}&client_secret=${setup.client_secret}`)
  expect(confirmed.json.next_action).toMatchObject({ type: 'verify_with_microdeposits' })
  const wrong = await ofPage(world)(
    `${target}/verify_microdeposits`,
    'amounts[]=32&amounts[]=45&client_secret=seti_x_secret_y',
  )
  expect([wrong.status, wrong.json.error.code]).toEqual([400, 'setup_intent_invalid_parameter'])
  const right = await ofPage(world)(
    `${target}/verify_microdeposits`,
    `amounts[]=32&amounts[]=45&client_secret=${setup.client_secret}`,
  )
  expect([right.status, right.json.status]).toEqual([200, 'succeeded'])
})

test('what a page may not do it cannot read either', async () => {
  const world = await stripeWorld()
  const { publishable, secret } = world.keys
  const refused = await world.send({ target: '/v1/charges', key: publishable, headers: ORIGIN })
  expect([refused.status, refused.json.error.code]).toEqual([403, 'secret_key_required'])
  const own = await world.send({ target: '/v1/charges', key: secret, headers: ORIGIN })
  expect(Object.keys({ ...refused.headers, ...own.headers })).not.toContain('Access-Control-Allow-Origin')
})

test('a browser that asks before is let through for those operations only', async () => {
  const world = await stripeWorld()
  const ask = (target: string) => world.send({ method: 'OPTIONS', target, key: null, headers: ORIGIN })
  for (const target of ['/v1/payment_methods', '/v1/payment_intents/pi_x', '/v1/setup_intents/seti_x/confirm']) {
    expect(await ask(target)).toMatchObject({ status: 204, headers: { 'Access-Control-Allow-Origin': '*' } })
  }
  expect((await ask('/v1/customers')).status).toBe(404)
})

test('with use_stripe_sdk the next action can be shown in the page, else the page is left', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const create = () => stripe.paymentIntents.create({ amount: 2500, currency: 'eur' })
  const card = { payment_method: 'pm_card_authenticationRequired', return_url: 'http://localhost/back' }
  const shown = await stripe.paymentIntents.confirm((await create()).id, { ...card, use_stripe_sdk: true })
  expect(shown.next_action?.type).toBe('use_stripe_sdk')
  const left = await stripe.paymentIntents.confirm((await create()).id, card)
  expect(left.next_action?.type).toBe('redirect_to_url')
})

test.each(['/v3/', '/endive/stripe.js', '/v3/frame.js', '/v3/checkout.js'])(
  '%s is a script for any page',
  async (target) => {
    const { send } = await stripeWorld()
    const { body, headers, status } = await send({ target, key: null })
    expect([status, headers['Content-Type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(String(body)).toMatch(/^\(function/)
    expect(String(body)).not.toMatch(/^\s*(?:import|export)\b/m)
  },
)

test('a script that there is not is missing', async () => {
  const { send } = await stripeWorld()
  expect((await send({ target: '/v3/other.js', key: null })).status).toBe(404)
  expect((await send({ target: '/v3/%2e%2e%2fstripe.js', key: null })).status).toBe(404)
})
