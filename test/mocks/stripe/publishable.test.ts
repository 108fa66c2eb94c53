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
  ['another secret', '&client_secret=pi_x_secret_y', 400],
])('%s is not enough', async (_what, more, status) => {
  const world = await stripeWorld()
  const { target } = await intended(world)
  const answer = await world.send({
    method: 'POST',
    target,
    text: CARD + more,
    key: world.keys.publishable,
    headers: ORIGIN,
  })
  expect([answer.status, answer.json.error.param]).toEqual([status, 'client_secret'])
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
