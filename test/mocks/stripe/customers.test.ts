import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

test('a customer is created, read, changed and deleted', async () => {
  const { stripe } = await stripeWorld()
  const created = await stripe.customers.create({
    email: 'jenny@example.com',
    name: 'Jenny',
    address: { city: 'Oslo', country: 'NO' },
  })
  expect(created).toMatchObject({
    id: expect.stringMatching(/^cus_\w{14}$/),
    object: 'customer',
    email: 'jenny@example.com',
    address: { city: 'Oslo', country: 'NO', line1: null, postal_code: null },
    balance: 0,
    delinquent: false,
    livemode: false,
    tax_exempt: 'none',
  })
  expect(await stripe.customers.retrieve(created.id)).toEqual(created)

  expect(await stripe.customers.update(created.id, { name: 'Jenny R.' })).toMatchObject({
    name: 'Jenny R.',
    email: 'jenny@example.com',
  })

  expect(await stripe.customers.del(created.id)).toEqual({ id: created.id, object: 'customer', deleted: true })
})

test('a deleted customer can be read, with nothing in it, and is missing for everything else', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.customers.create({})
  await stripe.customers.del(id)

  expect(await stripe.customers.retrieve(id)).toEqual({ id, object: 'customer', deleted: true })
  expect((await stripe.customers.list()).data).toEqual([])
  expect(await errorOf(stripe.customers.del(id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
    message: `No such customer: '${id}'`,
  })
  expect(await errorOf(stripe.customers.update(id, { name: 'x' }))).toMatchObject({ statusCode: 404, param: 'id' })
  expect(await errorOf(stripe.paymentIntents.create({ amount: 2000, currency: 'usd', customer: id }))).toMatchObject({
    statusCode: 400,
    param: 'customer',
  })
})

test('deleting a customer takes its cards with it', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const [method] = (await stripe.customers.listPaymentMethods(customer)).data
  expect(method).toMatchObject({ customer, card: { last4: '4242' } })

  await stripe.customers.del(customer)

  expect(await stripe.paymentMethods.retrieve(method?.id ?? '')).toMatchObject({ customer: null })
})

test('an empty string unsets a field, and the whole of an address', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.customers.create({
    email: 'a@b.example',
    description: 'old',
    phone: '+47',
    address: { city: 'Oslo' },
    shipping: { name: 'J', address: { city: 'Oslo' } },
  })

  const emptied = await stripe.customers.update(id, {
    email: '',
    description: '',
    phone: '',
    address: '',
    shipping: '',
  })

  expect(emptied).toMatchObject({ email: null, description: null, phone: null, address: null, shipping: null })
})

test('metadata is merged key by key; an empty value takes a key out, an empty string all of them', async () => {
  const { stripe, send } = await stripeWorld()
  const { id } = await stripe.customers.create({ metadata: { a: '1', b: '2' } })

  expect((await stripe.customers.update(id, { metadata: { b: '3', c: '4' } })).metadata).toEqual({
    a: '1',
    b: '3',
    c: '4',
  })
  expect((await stripe.customers.update(id, { metadata: { a: '' } })).metadata).toEqual({ b: '3', c: '4' })
  expect((await send({ method: 'POST', target: `/v1/customers/${id}`, text: 'metadata=' })).json.metadata).toEqual({})
})

test('metadata takes 50 keys of 40 characters with values of 500, and no more', async () => {
  const { stripe } = await stripeWorld()
  const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']))

  expect(Object.keys((await stripe.customers.create({ metadata: keys(50) })).metadata)).toHaveLength(50)
  expect(await errorOf(stripe.customers.create({ metadata: keys(51) }))).toMatchObject({
    statusCode: 400,
    param: 'metadata',
  })
  expect(await stripe.customers.create({ metadata: { ['k'.repeat(40)]: 'v'.repeat(500) } })).toBeTruthy()
  expect(await errorOf(stripe.customers.create({ metadata: { ['k'.repeat(41)]: 'v' } }))).toMatchObject({
    statusCode: 400,
    param: 'metadata',
  })
  expect(await errorOf(stripe.customers.create({ metadata: { k: 'v'.repeat(501) } }))).toMatchObject({
    statusCode: 400,
    param: 'metadata[k]',
  })
})

test('a metadata key that would reach a prototype is left out, constructor is a key like any other', async () => {
  const { send } = await stripeWorld()

  const { status, json } = await send({
    method: 'POST',
    target: '/v1/customers',
    text: 'metadata[__proto__]=x&metadata[constructor]=y',
  })

  expect(status).toBe(200)
  expect(Object.entries(json.metadata as object)).toEqual([['constructor', 'y']])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

test('an address that is no e-mail address is refused', async () => {
  const { stripe } = await stripeWorld()

  expect(await errorOf(stripe.customers.create({ email: 'nobody' }))).toMatchObject({
    statusCode: 400,
    code: 'email_invalid',
    param: 'email',
  })
})

test('customers are found by e-mail and by when they were created', async () => {
  const { stripe, advance } = await stripeWorld()
  const first = await stripe.customers.create({ email: 'a@example.com' })
  await advance(10_000)
  const second = await stripe.customers.create({ email: 'b@example.com' })
  const ids = async (params: Parameters<typeof stripe.customers.list>[0]) =>
    (await stripe.customers.list(params)).data.map(({ id }) => id)

  expect(await ids({ email: 'a@example.com' })).toEqual([first.id])
  expect(await ids({ email: 'A@example.com' })).toEqual([])
  expect(await ids({ created: first.created })).toEqual([first.id])
  expect(await ids({ created: { gt: first.created } })).toEqual([second.id])
  expect(await ids({ created: { gte: first.created, lt: second.created } })).toEqual([first.id])
  expect(await ids({ created: { lte: second.created } })).toEqual([second.id, first.id])
})

test('the payment method for invoices must be the customer’s own', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const own = (await stripe.customers.listPaymentMethods(id)).data[0]?.id ?? ''
  const other = (await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })).id

  expect(await stripe.customers.update(id, { invoice_settings: { default_payment_method: own } })).toMatchObject({
    invoice_settings: { default_payment_method: own },
  })
  expect(
    await errorOf(stripe.customers.update(id, { invoice_settings: { default_payment_method: other } })),
  ).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'invoice_settings[default_payment_method]',
  })
})

test('a customer created with a card that declines is not created', async () => {
  const { stripe } = await stripeWorld()

  expect(await errorOf(stripe.customers.create({ payment_method: 'pm_card_visa_chargeDeclined' }))).toMatchObject({
    statusCode: 402,
  })

  expect((await stripe.customers.list()).data).toEqual([])
})
