import { expect, test } from 'vitest'
import { DAY, errorOf, stripeWorld } from '../../support/stripe.js'

type World = Awaited<ReturnType<typeof stripeWorld>>
const twenty = { amount: 2000, currency: 'usd', return_url: 'https://shop.example', confirm: true } as const

const pay = (world: World, payment_method: string) => world.stripe.paymentIntents.create({ ...twenty, payment_method })

async function authenticate(world: World, outcome: 'complete' | 'fail') {
  const { next_action } = await pay(world, 'pm_card_authenticationRequired')
  const target = new URL(next_action?.redirect_to_url?.url ?? '').pathname
  await world.send({ method: 'POST', target, key: null, text: `outcome=${outcome}` })
}

async function authorised(world: World) {
  return world.stripe.paymentIntents.create({ ...twenty, payment_method: 'pm_card_visa', capture_method: 'manual' })
}

/** What is told of each operation, in the order in which the stand-in tells it; Stripe promises none. */
const TOLD: readonly (readonly [what: string, does: (world: World) => Promise<unknown>, types: readonly string[]])[] = [
  [
    'a payment that succeeds',
    (world) => pay(world, 'pm_card_visa'),
    ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'charge.updated'],
  ],
  [
    'a card that declines',
    (world) => errorOf(pay(world, 'pm_card_visa_chargeDeclined')),
    ['payment_intent.created', 'charge.failed', 'payment_intent.payment_failed'],
  ],
  [
    '3D Secure passed',
    (world) => authenticate(world, 'complete'),
    [
      'payment_intent.created',
      'payment_intent.requires_action',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
    ],
  ],
  [
    '3D Secure failed',
    (world) => authenticate(world, 'fail'),
    ['payment_intent.created', 'payment_intent.requires_action', 'payment_intent.payment_failed'],
  ],
  [
    'an authorisation',
    authorised,
    ['payment_intent.created', 'charge.succeeded', 'payment_intent.amount_capturable_updated'],
  ],
  [
    'a capture',
    async (world) => world.stripe.paymentIntents.capture((await authorised(world)).id),
    [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'payment_intent.succeeded',
    ],
  ],
  [
    'an authorisation let go',
    async (world) => world.stripe.paymentIntents.cancel((await authorised(world)).id),
    [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.refunded',
      'payment_intent.canceled',
    ],
  ],
  [
    'a refund',
    async (world) => world.stripe.refunds.create({ payment_intent: (await pay(world, 'pm_card_visa')).id }),
    [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
      'refund.created',
      'charge.refunded',
      'refund.updated',
      'charge.refund.updated',
    ],
  ],
  [
    'a card kept for later',
    async (world) => {
      const { id: customer } = await world.stripe.customers.create({})
      await world.stripe.setupIntents.create({
        customer,
        confirm: true,
        payment_method: 'pm_card_visa',
        return_url: 'https://shop.example',
      })
    },
    ['customer.created', 'setup_intent.created', 'payment_method.attached', 'setup_intent.succeeded'],
  ],
  [
    'the life of a customer',
    async ({ stripe }) => {
      const { id } = await stripe.customers.create({})
      await stripe.customers.update(id, { name: 'Jenny' })
      await stripe.customers.del(id)
    },
    ['customer.created', 'customer.updated', 'customer.deleted'],
  ],
  [
    'a PaymentIntent that is changed',
    async ({ stripe }) =>
      stripe.paymentIntents.update((await stripe.paymentIntents.create({ amount: 100, currency: 'usd' })).id, {
        amount: 200,
      }),
    ['payment_intent.created'],
  ],
  [
    'an endpoint',
    ({ stripe }) => stripe.webhookEndpoints.create({ url: 'https://shop.example', enabled_events: ['*'] }),
    [],
  ],
]

test.each(TOLD)('%s is told', async (_what, does, types) => {
  const world = await stripeWorld()

  await does(world)
  await world.advance(10_000)

  expect(world.eventTypes()).toEqual(types)
})

test('an event shows the object as it was then, and which request did it', async () => {
  const { stripe, send } = await stripeWorld()
  const { headers, json } = await send({
    method: 'POST',
    target: '/v1/customers',
    text: 'name=Jenny',
    headers: { 'idempotency-key': 'k' },
  })
  await stripe.customers.update(String(json.id), { name: 'Joan' })

  const [updated, created] = (await stripe.events.list()).data

  expect(created).toMatchObject({
    id: expect.stringMatching(/^evt_\w{24}$/),
    object: 'event',
    type: 'customer.created',
    api_version: '2026-10-28.endive',
    created: 1767225600,
    data: { object: { id: json.id, name: 'Jenny' } },
    livemode: false,
    pending_webhooks: 0,
    request: { id: headers['Request-Id'], idempotency_key: 'k' },
  })
  expect(created?.data).not.toHaveProperty('previous_attributes')
  expect(updated?.data).toMatchObject({ object: { name: 'Joan' }, previous_attributes: { name: 'Jenny' } })
})

test('previous_attributes hold what changed and nothing else, inside objects too', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.customers.create({
    name: 'Jenny',
    metadata: { a: '1', b: '2' },
    address: { city: 'Oslo' },
  })

  await stripe.customers.update(id, { metadata: { b: '3', c: '4' }, address: { city: 'Bergen' } })

  const [event] = (await stripe.events.list({ type: 'customer.updated' })).data
  expect((event?.data as { previous_attributes?: unknown } | undefined)?.previous_attributes).toEqual({
    metadata: { b: '2', c: null },
    address: { city: 'Oslo' },
  })
})

test('what happened later than the request names no request', async () => {
  const world = await stripeWorld()
  await pay(world, 'pm_card_visa')
  await world.settled()

  const [event] = (await world.stripe.events.list({ type: 'charge.updated' })).data

  expect(event).toMatchObject({
    request: { id: null, idempotency_key: null },
    data: { previous_attributes: { balance_transaction: null } },
  })
})

test('events are listed by type, by several types, and by a wildcard', async () => {
  const world = await stripeWorld()
  await world.stripe.customers.create({})
  await pay(world, 'pm_card_visa')
  const types = async (params: Parameters<typeof world.stripe.events.list>[0]) =>
    (await world.stripe.events.list(params)).data.map(({ type }) => type)

  expect(await types({ type: 'customer.created' })).toEqual(['customer.created'])
  expect(await types({ type: 'payment_intent.*' })).toEqual(['payment_intent.succeeded', 'payment_intent.created'])
  expect(await types({ types: ['customer.created', 'charge.succeeded'] })).toEqual([
    'charge.succeeded',
    'customer.created',
  ])
})

test('an event can be read for 30 days', async () => {
  const { stripe, advance } = await stripeWorld()
  await stripe.customers.create({})
  const [event] = (await stripe.events.list()).data

  await advance(30 * DAY)
  expect((await stripe.events.list()).data).toHaveLength(1)
  await advance(1000)
  expect((await stripe.events.list()).data).toEqual([])
  expect(await errorOf(stripe.events.retrieve(event?.id ?? ''))).toMatchObject({ statusCode: 404 })
  expect(await errorOf(stripe.events.retrieve('evt_none'))).toMatchObject({
    statusCode: 404,
    message: "No such event: 'evt_none'",
  })
})

test('a request that fails tells nothing', async () => {
  const { stripe, eventTypes } = await stripeWorld()

  await errorOf(stripe.customers.create({ name: 'x', expand: ['nonsense'] }))

  expect(eventTypes()).toEqual([])
})

test('events are asked for by one type or by up to twenty', async () => {
  const { stripe } = await stripeWorld()
  await stripe.customers.create({})
  const types = ['customer.created', 'charge.succeeded']
  expect((await stripe.events.list({ types })).data).toHaveLength(1)
  expect(await errorOf(stripe.events.list({ type: 'customer.created', types }))).toMatchObject({
    code: 'parameters_exclusive',
  })
  expect(await errorOf(stripe.events.list({ types: Array(21).fill('customer.created') }))).toMatchObject({
    param: 'types',
  })
})
