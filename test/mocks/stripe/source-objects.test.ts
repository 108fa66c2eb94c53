import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

const PRICE = { amount: 2000, currency: 'usd' } as const
const CONSUMED = /^The reusable source you provided is consumed because/

async function withSource(more: object = {}) {
  const world = await stripeWorld()
  const source = await world.stripe.sources.create({ type: 'card', token: 'tok_visa', ...more })
  const { id: customer } = await world.stripe.customers.create()
  return { ...world, source, customer }
}

test('a source of a card can be charged as soon as it is made', async () => {
  const { source, eventTypes } = await withSource({ owner: { email: 'ada@example.com' }, metadata: { a: '1' } })

  expect(source).toMatchObject({
    id: expect.stringMatching(/^src_\w{24}$/),
    object: 'source',
    client_secret: expect.stringMatching(/^src_client_secret_\w{24}$/),
    flow: 'none',
    metadata: { a: '1' },
    owner: { address: null, email: 'ada@example.com', name: null, verified_email: null },
    status: 'chargeable',
    type: 'card',
    usage: 'reusable',
    card: { brand: 'Visa', last4: '4242', cvc_check: 'unchecked', three_d_secure: 'optional' },
  })
  expect(eventTypes()[0]).toBe('source.chargeable')
})

test('other sources are not simulated, and say so; one without a token is refused', async () => {
  const { stripe } = await stripeWorld()

  const error = await errorOf(stripe.sources.create({ type: 'sofort', amount: 100, currency: 'eur' }))
  expect(error).toMatchObject({ statusCode: 501, message: expect.stringContaining("sources of type 'sofort'") })
  expect(await errorOf(stripe.sources.create({ type: 'card' }))).toMatchObject({ param: 'token' })
  expect(await errorOf(stripe.sources.create({}))).toMatchObject({ code: 'parameter_missing', param: 'type' })
  expect(await errorOf(stripe.sources.create({ type: 'card', token: 'tok_none' }))).toMatchObject({
    code: 'resource_missing',
    param: 'token',
  })
})

test('a page sees a source with its client secret only', async () => {
  const { client, keys, source } = await withSource()
  const page = client(keys.publishable)

  expect(await page.sources.retrieve(source.id, { client_secret: source.client_secret })).toEqual(source)
  expect(await errorOf(page.sources.retrieve(source.id))).toMatchObject({ statusCode: 401 })
})

test('a source is attached to a customer, charged, and detached for good', async () => {
  const { stripe, source, customer, eventTypes } = await withSource()
  const before = eventTypes().length

  expect(await stripe.customers.createSource(customer, { source: source.id })).toMatchObject({
    id: source.id,
    object: 'source',
    customer,
    status: 'chargeable',
    card: { cvc_check: 'pass' },
  })
  expect(eventTypes().slice(before)).toEqual(['payment_method.attached', 'customer.source.created', 'customer.updated'])
  expect(await stripe.charges.create({ ...PRICE, customer })).toMatchObject({
    payment_method: source.id,
    source: { id: source.id, object: 'source' },
  })
  expect(await stripe.paymentMethods.retrieve(source.id)).toMatchObject({ id: source.id, customer })
  expect((await errorOf(stripe.charges.create({ ...PRICE, source: source.id }))).message).toMatch(
    /^For security reasons, you cannot directly charge a source that is already attached to a customer\./,
  )

  const detached = await stripe.customers.deleteSource(customer, source.id)
  expect(detached).toMatchObject({ id: source.id, object: 'source', status: 'consumed' })
  expect(detached).not.toHaveProperty('customer')
  expect((await errorOf(stripe.customers.createSource(customer, { source: source.id }))).message).toMatch(CONSUMED)
})

test('one that is charged without a customer is consumed', async () => {
  const { stripe, source, customer } = await withSource()

  const charge = await stripe.charges.create({ ...PRICE, source: source.id })

  expect(charge).toMatchObject({ status: 'succeeded', source: { id: source.id, status: 'consumed' } })
  expect(await stripe.sources.retrieve(source.id)).toMatchObject({ status: 'consumed' })
  expect((await errorOf(stripe.charges.create({ ...PRICE, source: source.id }))).message).toMatch(CONSUMED)
  expect((await errorOf(stripe.customers.update(customer, { source: source.id }))).message).toMatch(CONSUMED)
})

test('one that is nobody’s is no payment method', async () => {
  const { stripe, source, customer } = await withSource()

  const error = await errorOf(stripe.paymentIntents.create({ ...PRICE, customer, payment_method: source.id }))

  expect(error.message).toBe('A source must be attached to a customer to be used as a `payment_method`.')
  await stripe.customers.update(customer, { source: source.id })
  const pay = { ...PRICE, customer, confirm: true, off_session: true, payment_method: source.id }
  expect(await stripe.paymentIntents.create(pay)).toMatchObject({ status: 'succeeded' })
})

test('a declining card makes a source, which cannot be attached', async () => {
  const { stripe, customer } = await withSource()
  const { id } = await stripe.sources.create({ type: 'card', token: 'tok_chargeDeclined' })

  expect(await errorOf(stripe.customers.createSource(customer, { source: id }))).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
  })
  expect(await stripe.sources.retrieve(id)).toMatchObject({ status: 'chargeable' })
})

test('owner and metadata of a source change, of which no event tells', async () => {
  const { stripe, source, eventTypes } = await withSource({ owner: { name: 'Ada' } })
  const before = eventTypes().length

  const changed = await stripe.sources.update(source.id, { owner: { email: 'ada@example.com' }, metadata: { a: '1' } })

  expect(changed).toMatchObject({ owner: { name: 'Ada', email: 'ada@example.com' }, metadata: { a: '1' } })
  expect(eventTypes().slice(before)).toEqual([])
  const order = { source_order: { shipping: { address: { line1: '1 Road' } } } }
  expect(await errorOf(stripe.sources.update(source.id, order))).toMatchObject({ statusCode: 501 })
  expect(await errorOf(stripe.sources.update('src_none', {}))).toMatchObject({ statusCode: 404 })
})
