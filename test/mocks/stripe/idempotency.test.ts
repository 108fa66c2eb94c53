import { expect, test } from 'vitest'
import { DAY, errorOf, stripeWorld } from '../../support/stripe.js'

const key = { 'idempotency-key': 'order-6735' }
const create = { method: 'POST', target: '/v1/customers', text: 'name=Jenny', headers: key }

test('the same request with the same key is answered again, and done once', async () => {
  const { stripe, send } = await stripeWorld()

  const first = await send(create)
  const again = await send(create)

  expect(again.body).toBe(first.body)
  expect(again.headers).toMatchObject({
    'Idempotency-Key': 'order-6735',
    'Idempotent-Replayed': 'true',
    'Original-Request': first.headers['Request-Id'],
  })
  expect(again.headers['Request-Id']).not.toBe(first.headers['Request-Id'])
  expect(first.headers).toMatchObject({
    'Idempotency-Key': 'order-6735',
    'Original-Request': first.headers['Request-Id'],
  })
  expect(first.headers['Idempotent-Replayed']).toBeUndefined()
  expect((await stripe.customers.list()).data).toHaveLength(1)
})

test('a card number is not kept with its key, and another one under it is another request', async () => {
  const { send, world } = await stripeWorld({ settings: { stripe: { rawCards: true } } })
  const card = (number: string) => ({
    method: 'POST',
    target: '/v1/tokens',
    text: `card[number]=${number}&card[exp_month]=12&card[exp_year]=40&card[cvc]=123`,
    headers: key,
  })
  const first = await send(card('4242424242424242'))
  expect((await send(card('4242424242424242'))).body).toBe(first.body)
  expect((await send(card('5555555555554444'))).json.error.type).toBe('idempotency_error')
  expect(JSON.stringify(world.idempotency.all())).not.toMatch(/4242424242424242|cvc\]=123/)
})

test('the SDK sends the key of its options', async () => {
  const { stripe, eventTypes } = await stripeWorld()

  const one = await stripe.customers.create({}, { idempotencyKey: 'k' })
  const two = await stripe.customers.create({}, { idempotencyKey: 'k' })

  expect(two).toEqual(one)
  expect(eventTypes()).toEqual(['customer.created'])
})

test('a declined card is kept under its key, with its charge', async () => {
  const { stripe } = await stripeWorld()
  const pay = () =>
    errorOf(
      stripe.paymentIntents.create(
        {
          amount: 2000,
          currency: 'usd',
          confirm: true,
          payment_method: 'pm_card_visa_chargeDeclined',
          return_url: 'https://shop.example',
        },
        { idempotencyKey: 'pay-1' },
      ),
    )

  const [first, again] = [await pay(), await pay()]

  expect(again).toMatchObject({ statusCode: 402, code: 'card_declined', charge: first.charge })
  expect(again.headers?.['idempotent-replayed'] ?? again.raw).toBeTruthy()
  expect((await stripe.charges.list()).data).toHaveLength(1)
})

test('the key with other parameters is refused, and changes nothing', async () => {
  const { stripe, send } = await stripeWorld()
  await send(create)

  const { status, json } = await send({ ...create, text: 'name=Joan' })

  expect(status).toBe(400)
  expect(json.error).toMatchObject({
    type: 'idempotency_error',
    message:
      "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than 'order-6735' if you meant to execute a different request.",
  })
  expect(json.error).not.toHaveProperty('code')
  expect((await stripe.customers.list()).data).toHaveLength(1)
})

test('the key at another endpoint is refused', async () => {
  const { send } = await stripeWorld()
  await send(create)

  const { status, json } = await send({ ...create, target: '/v1/products' })

  expect(status).toBe(400)
  expect(json.error).toMatchObject({
    type: 'idempotency_error',
    message: expect.stringContaining("('/v1/products' vs '/v1/customers')"),
  })
})

test('the key of a request still under way is a conflict', async () => {
  const { send, world } = await stripeWorld()
  world.faults.add({
    when: { operation: 'POST /v1/customers' },
    times: 1,
    effect: { kind: 'delay', milliseconds: 30 },
  })

  const [slow, conflict] = await Promise.all([send(create), send(create)])

  expect(slow.status).toBe(200)
  expect(conflict.status).toBe(409)
  expect(conflict.json.error).toMatchObject({
    code: 'idempotency_key_in_use',
    message: expect.stringMatching(
      /in-progress request using this Idempotent Key .*: order-6735\. Please try again later\.$/,
    ),
  })
  expect(conflict.headers['Stripe-Should-Retry']).toBe('true')
  expect((await send(create)).body).toBe(slow.body)
})

test('after a day a key is forgotten', async () => {
  const { stripe, send, advance } = await stripeWorld()
  await send(create)
  await advance(DAY)

  const { headers } = await send(create)

  expect(headers['Idempotent-Replayed']).toBeUndefined()
  expect((await stripe.customers.list()).data).toHaveLength(2)
})

test('a request that is not valid is not kept under its key', async () => {
  const { send } = await stripeWorld()

  expect(await send({ ...create, text: 'nmae=Jenny' })).toMatchObject({ status: 400 })
  expect(await send(create)).toMatchObject({ status: 200 })
})

test('a request without the right key to the account is not kept either', async () => {
  const { send, keys } = await stripeWorld()

  expect(await send({ ...create, key: keys.publishable })).toMatchObject({ status: 403 })
  expect(await send(create)).toMatchObject({ status: 200 })
})

test('keys count on POST only, and in one account only', async () => {
  const [one, other] = [await stripeWorld(), await stripeWorld()]
  await one.send(create)

  expect((await one.send({ target: '/v1/customers', headers: key })).headers['Idempotent-Replayed']).toBeUndefined()
  expect((await other.send(create)).headers['Idempotent-Replayed']).toBeUndefined()
})

test('a replay is the answer of then, though the customer is gone by now', async () => {
  const { stripe, send } = await stripeWorld()
  const first = await send(create)
  await stripe.customers.del(String(first.json.id))

  expect((await send(create)).body).toBe(first.body)
})

test('a key has 255 characters at most', async () => {
  const { send } = await stripeWorld()
  const of = (length: number) => send({ ...create, headers: { 'idempotency-key': 'k'.repeat(length) } })

  expect(await of(255)).toMatchObject({ status: 200 })
  expect(await of(256)).toMatchObject({ status: 400, json: { error: { type: 'invalid_request_error' } } })
})
