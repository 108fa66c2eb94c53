import Stripe from 'stripe'
import { expect, test } from 'vitest'
import type { DeliveryRequest } from '../../../src/engine/events/delivery.js'
import { DAY, errorOf, HOUR, stripeWorld } from '../../support/stripe.js'

const MINUTE = 60_000

async function listening(
  answer?: Parameters<Awaited<ReturnType<typeof stripeWorld>>['receiver']>[0],
  events: Stripe.WebhookEndpointCreateParams.EnabledEvent[] = ['*'],
) {
  const world = await stripeWorld()
  const receiver = world.receiver(answer)
  const endpoint = await world.stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: events })
  return { ...world, receiver, endpoint, secret: endpoint.secret ?? '' }
}

function verify({ body, headers }: DeliveryRequest, secret: string): Stripe.Event {
  return Stripe.webhooks.constructEvent(body, headers['Stripe-Signature'] ?? '', secret)
}

function first<T>(of: readonly T[]): T {
  const [one] = of
  if (one === undefined) throw new Error('Nothing came.')
  return one
}

test('a webhook arrives signed, and the SDK accepts it', async () => {
  const { stripe, receiver, secret, settled } = await listening()
  const customer = await stripe.customers.create({ name: 'Jenny' })
  await settled()

  const request = first(receiver.received)

  expect(verify(request, secret)).toMatchObject({
    type: 'customer.created',
    data: { object: customer },
    pending_webhooks: 1,
  })
  expect(request).toMatchObject({
    method: 'POST',
    url: receiver.url,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Stripe-Signature': expect.stringMatching(/^t=\d{10},v1=[0-9a-f]{64},v0=[0-9a-f]{64}$/),
    },
  })
})

test('the secret is shown when the endpoint is made, and never again', async () => {
  const { stripe, endpoint } = await listening()

  expect(endpoint.secret).toMatch(/^whsec_\w{32}$/)
  expect(await stripe.webhookEndpoints.retrieve(endpoint.id)).not.toHaveProperty('secret')
  expect((await stripe.webhookEndpoints.list()).data[0]).not.toHaveProperty('secret')
})

test('the SDK refuses a body that was changed, another secret, and a signature that is old', async () => {
  const { stripe, receiver, secret, settled } = await listening()
  await stripe.customers.create({})
  await settled()
  const request = first(receiver.received)
  const old = Stripe.webhooks.generateTestHeaderString({
    payload: request.body,
    secret,
    timestamp: Math.floor(Date.now() / 1000) - 301,
  })

  expect(() => verify({ ...request, body: request.body.replace('false', 'true') }, secret)).toThrow(
    Stripe.errors.StripeSignatureVerificationError,
  )
  expect(() => verify(request, `whsec_${'x'.repeat(32)}`)).toThrow(/No signatures found matching/)
  expect(() => verify({ ...request, headers: { 'Stripe-Signature': old } }, secret)).toThrow(
    /outside the tolerance zone/,
  )
})

test('a signature is made when it is sent: after a year on the world’s clock the SDK still accepts it', async () => {
  const { stripe, receiver, secret, settled, advance } = await listening()
  await advance(365 * DAY)
  await stripe.customers.create({})
  await settled()

  expect(verify(first(receiver.received), secret)).toMatchObject({ created: 1767225600 + 365 * 86_400 })
})

test('while a secret is rolled both sign, and a day later only the new one', async () => {
  const { stripe, receiver, endpoint, secret, settled, advance, sandbox, world, view } = await listening()
  const roll = sandbox.runtime('stripe')?.definition.events?.roll
  const fresh = world.transact('roll', undefined, () => roll?.(endpoint.id, DAY, view)) ?? ''
  await stripe.customers.create({})
  await settled()
  expect(verify(first(receiver.received), secret)).toMatchObject({ type: 'customer.created' })
  expect(verify(first(receiver.received), fresh)).toMatchObject({ type: 'customer.created' })

  await advance(DAY)
  receiver.received.length = 0
  await stripe.customers.create({})
  await settled()

  expect(() => verify(first(receiver.received), secret)).toThrow(Stripe.errors.StripeSignatureVerificationError)
  expect(verify(first(receiver.received), fresh)).toMatchObject({ type: 'customer.created' })
})

test('an endpoint hears of what it asked for', async () => {
  const { stripe, receiver, settled } = await listening(undefined, ['charge.failed', 'customer.deleted'])
  const { id } = await stripe.customers.create({})
  await stripe.customers.del(id)
  await settled()

  expect(receiver.types()).toEqual(['customer.deleted'])
})

test('what is refused is told too: a declined card commits its charge', async () => {
  const { stripe, receiver, settled } = await listening()
  await errorOf(
    stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_visa_chargeDeclined',
      return_url: 'https://shop.example',
    }),
  )
  await settled()

  expect(receiver.types()).toEqual(['payment_intent.created', 'charge.failed', 'payment_intent.payment_failed'])
})

const FAILURES: readonly (readonly [what: string, answer: () => { status: number; body: string }])[] = [
  ['500', () => ({ status: 500, body: 'broken' })],
  ['a redirect', () => ({ status: 302, body: '' })],
  [
    'no answer in time',
    () => {
      throw Object.assign(new Error('No answer within 10000 ms.'), { code: 'timeout' })
    },
  ],
  [
    'a refused connection',
    () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    },
  ],
]

test.each(FAILURES)('after %s it is sent three times more, over a few hours, then given up', async (_what, answer) => {
  const { stripe, receiver, settled, advance, world } = await listening(answer)
  await stripe.customers.create({})
  await settled()
  const sent = () => receiver.received.length
  expect(sent()).toBe(1)

  await advance(5 * MINUTE - 1)
  expect(sent()).toBe(1)
  await advance(1)
  expect(sent()).toBe(2)
  await advance(HOUR)
  expect(sent()).toBe(3)
  await advance(3 * HOUR)
  expect(sent()).toBe(4)
  await advance(30 * DAY)
  expect(sent()).toBe(4)
  expect(world.deliveries.list()).toMatchObject([{ state: 'failed', attempts: [{}, {}, {}, {}] }])
})

test('once it is taken, it is not sent again, and pending_webhooks counts down', async () => {
  let healthy = false
  const { stripe, receiver, settled, advance } = await listening(() => ({ status: healthy ? 200 : 500, body: '' }))
  await stripe.customers.create({})
  await settled()
  const pending = async () => (await stripe.events.list()).data[0]?.pending_webhooks
  expect(await pending()).toBe(1)
  expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(1)

  healthy = true
  await advance(DAY)

  expect(receiver.received).toHaveLength(2)
  expect(await pending()).toBe(0)
  expect((await stripe.events.list({ delivery_success: true })).data).toHaveLength(1)
})

test('an endpoint that nobody listens at is a refused connection', async () => {
  const { stripe, receiver, settled, world } = await listening()
  receiver.close()
  await stripe.customers.create({})
  await settled()

  expect(world.deliveries.list()[0]?.attempts[0]).toMatchObject({ error: 'ECONNREFUSED' })
})

test('a disabled endpoint hears nothing new, and its retries stop', async () => {
  const { stripe, receiver, endpoint, settled, advance, world } = await listening(() => ({ status: 500, body: '' }))
  await stripe.customers.create({})
  await settled()

  expect(await stripe.webhookEndpoints.update(endpoint.id, { disabled: true })).toMatchObject({ status: 'disabled' })
  await stripe.customers.create({})
  await advance(DAY)

  expect(receiver.received).toHaveLength(1)
  expect(world.deliveries.list()).toMatchObject([{ state: 'dropped' }])
  expect(await stripe.webhookEndpoints.update(endpoint.id, { disabled: false })).toMatchObject({ status: 'enabled' })
})

test('a deleted endpoint is gone, and so are its retries', async () => {
  const { stripe, receiver, endpoint, settled, advance } = await listening(() => ({ status: 500, body: '' }))
  await stripe.customers.create({})
  await settled()

  expect(await stripe.webhookEndpoints.del(endpoint.id)).toEqual({
    id: endpoint.id,
    object: 'webhook_endpoint',
    deleted: true,
  })
  await advance(DAY)

  expect(receiver.received).toHaveLength(1)
  expect(await errorOf(stripe.webhookEndpoints.retrieve(endpoint.id))).toMatchObject({ statusCode: 404 })
})

test('a delivery to a host elsewhere is held, and can be read', async () => {
  const { stripe, world, settled } = await stripeWorld()
  await stripe.webhookEndpoints.create({ url: 'https://shop.example/webhook', enabled_events: ['*'] })
  await stripe.customers.create({})
  await settled()

  expect(world.deliveries.list()).toMatchObject([
    {
      state: 'held',
      url: 'https://shop.example/webhook',
      attempts: [],
      reason: expect.stringContaining('not loopback'),
    },
  ])
})

test('an endpoint is changed in all but its secret, which no parameter sets', async () => {
  const { stripe, endpoint, send } = await listening()

  expect(
    await stripe.webhookEndpoints.update(endpoint.id, {
      enabled_events: ['charge.failed'],
      description: 'shop',
      metadata: { a: '1' },
    }),
  ).toMatchObject({
    enabled_events: ['charge.failed'],
    description: 'shop',
    metadata: { a: '1' },
  })
  const { status, json } = await send({
    method: 'POST',
    target: `/v1/webhook_endpoints/${endpoint.id}`,
    text: 'secret=whsec_mine',
  })
  expect(status).toBe(400)
  expect(json.error).toMatchObject({ code: 'parameter_unknown', message: 'Received unknown parameter: secret' })
  expect(
    await errorOf(
      stripe.webhookEndpoints.create({ url: 'https://x.example', enabled_events: ['customer.nonsense' as never] }),
    ),
  ).toMatchObject({ statusCode: 400 })
})

test('an event that nothing caused is triggered by its type', async () => {
  const { receiver, secret, settled, sandbox, world, view } = await listening()
  const trigger = sandbox.runtime('stripe')?.definition.events?.trigger

  world.transact('trigger', undefined, () => trigger?.('invoice.paid', view))
  await settled()

  expect(verify(first(receiver.received), secret)).toMatchObject({
    type: 'invoice.paid',
    data: { object: { object: 'invoice' } },
  })
  expect(() => world.transact('trigger', undefined, () => trigger?.('no.such', view))).toThrow(
    /has no event type 'no\.such'/,
  )
})
