import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const THIN = { event_payload: 'thin', type: 'webhook_endpoint' } as const
const INCLUDE: Stripe.V2.Core.EventDestinationCreateParams.Include[] = [
  'webhook_endpoint.signing_secret',
  'webhook_endpoint.url',
]

async function thinDestination(enabled_events: string[]) {
  const shop = await stripeWorld()
  const { url, received } = shop.receiver()
  const destination = await shop.stripe.v2.core.eventDestinations.create({
    ...THIN,
    name: 'Thin',
    enabled_events,
    webhook_endpoint: { url },
    include: INCLUDE,
  })
  return { ...shop, url, received, destination, secret: destination.webhook_endpoint?.signing_secret ?? '' }
}

test('a thin event is signed like any other, says what it is about, and leads to it', async () => {
  const { stripe, settled, received, secret } = await thinDestination(['v1.customer.created'])

  const customer = await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'ada' })
  await stripe.customers.update(customer.id, { name: 'Ada Byron' })
  await settled()

  expect(received).toHaveLength(1)
  const [{ body, headers }] = received as [(typeof received)[0]]
  const signature = headers['Stripe-Signature'] ?? ''
  const notification = stripe.parseEventNotification(body, signature, secret)
  expect(notification).toMatchObject({
    id: expect.stringMatching(/^evt_test_\w{24}$/),
    object: 'v2.core.event',
    type: 'v1.customer.created',
    livemode: false,
    created: '2026-01-01T00:00:00.000Z',
    reason: { type: 'request', request: { idempotency_key: 'ada' } },
    related_object: { id: customer.id, type: 'customer', url: `/v1/customers/${customer.id}` },
  })
  expect(JSON.parse(body)).not.toHaveProperty('data')
  expect(await (notification as Stripe.Events.V1CustomerCreatedEventNotification).fetchRelatedObject()).toMatchObject({
    id: customer.id,
    name: 'Ada Byron',
  })
  expect(await notification.fetchEvent()).toMatchObject({
    id: notification.id,
    snapshot_event: expect.stringMatching(/^evt_/),
  })
  expect(() => stripe.webhooks.constructEvent(body, signature, secret)).toThrow(/thin event notification/)
  expect(() => stripe.parseEventNotification(body, signature, 'whsec_of_somebody_else')).toThrow(/signature/)
})

test('a destination for whole events gets what a webhook endpoint gets', async () => {
  const { stripe, receiver, settled } = await stripeWorld()
  const { url, received } = receiver()
  const { webhook_endpoint: endpoint } = await stripe.v2.core.eventDestinations.create({
    event_payload: 'snapshot',
    type: 'webhook_endpoint',
    name: 'Whole',
    enabled_events: ['customer.created'],
    webhook_endpoint: { url },
    include: INCLUDE,
  })

  await stripe.customers.create({ name: 'Ada' })
  await settled()

  const [{ body, headers }] = received as [(typeof received)[0]]
  const event = stripe.webhooks.constructEvent(body, headers['Stripe-Signature'] ?? '', endpoint?.signing_secret ?? '')
  expect(event).toMatchObject({ type: 'customer.created', data: { object: { name: 'Ada' } }, pending_webhooks: 1 })
})

test('the secret is shown once, and the address when it is asked for', async () => {
  const { stripe, destination, url, secret } = await thinDestination(['*'])
  const { eventDestinations } = stripe.v2.core

  expect(secret).toMatch(/^whsec_\w{32}$/)
  expect((await eventDestinations.retrieve(destination.id)).webhook_endpoint).toEqual({})
  expect(
    (await eventDestinations.retrieve(destination.id, { include: ['webhook_endpoint.url'] })).webhook_endpoint,
  ).toEqual({ url })
  const updated = await eventDestinations.update(destination.id, { name: 'Other', metadata: { a: '1' } })
  expect(updated).toMatchObject({ name: 'Other', metadata: { a: '1' }, status: 'enabled' })
  expect((await eventDestinations.list()).data.map(({ id }) => id)).toEqual([destination.id])
  expect(await eventDestinations.del(destination.id)).toMatchObject({ id: destination.id })
  expect((await errorOf(eventDestinations.retrieve(destination.id))).statusCode).toBe(404)
})

test('nothing is sent to one that is disabled, and a ping asks for nothing else', async () => {
  const { stripe, settled, received, destination, secret } = await thinDestination(['v1.charge.succeeded'])
  const { eventDestinations } = stripe.v2.core

  expect(await eventDestinations.disable(destination.id)).toMatchObject({ status: 'disabled' })
  await stripe.charges.create({ amount: 500, currency: 'usd', source: 'tok_visa' })
  await settled()
  expect(received).toEqual([])
  const enabled = await eventDestinations.enable(destination.id)
  expect(enabled).toMatchObject({ status: 'enabled' })
  expect(enabled.status_details).toBeUndefined()

  const ping = await eventDestinations.ping(destination.id)
  await settled()

  expect(ping).toMatchObject({ type: 'v2.core.event_destination.ping', related_object: { id: destination.id } })
  const [{ body, headers }] = received as [(typeof received)[0]]
  expect(stripe.parseEventNotification(body, headers['Stripe-Signature'] ?? '', secret).id).toBe(ping.id)
})

test('what happens in API v2 is told too', async () => {
  const { stripe, settled, received } = await thinDestination(['v2.core.account.created', 'v2.core.account.closed'])

  const account = await stripe.v2.core.accounts.create({ display_name: 'Shop' })
  await stripe.v2.core.accounts.close(account.id, {})
  await settled()

  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual([
    'v2.core.account.created',
    'v2.core.account.closed',
  ])
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
    related_object: { id: account.id, type: 'v2.core.account', url: `/v2/core/accounts/${account.id}` },
  })
})

test.each([
  [{ name: 'x', enabled_events: ['v1.customer.born'] }, 'enabled_events', /no thin events of type v1\.customer\.born/],
  [{ name: 'x', enabled_events: [] }, 'enabled_events', /at least one/],
  [{ enabled_events: ['*'] }, 'name', /^Missing required param: name\.$/],
  [{ name: 'x', enabled_events: ['*'], colour: 'red' }, 'colour', /unknown parameter: colour/],
])('%o is refused', async (given, param, said) => {
  const { stripe } = await stripeWorld()
  const params = { ...THIN, webhook_endpoint: { url: 'http://localhost:3000/hook' }, ...given }
  const error = await errorOf(stripe.v2.core.eventDestinations.create(params as never))
  expect(error).toMatchObject({ statusCode: 400, code: 'invalid_fields', param, type: 'StripeInvalidRequestError' })
  expect(error.message).toMatch(said)
})

test('destinations elsewhere are not simulated', async () => {
  const { stripe } = await stripeWorld()
  const params = { ...THIN, name: 'x', enabled_events: ['*'], type: 'amazon_eventbridge' as const }
  expect(await errorOf(stripe.v2.core.eventDestinations.create(params))).toMatchObject({ statusCode: 501 })
})
