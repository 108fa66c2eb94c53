import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

const NUMBER = '4242424242424242'
const RAW = { object: 'card', number: NUMBER, exp_month: '12', exp_year: '2030', cvc: '314' } as const
const rawCards = { settings: { stripe: { rawCards: true } } }

async function withCard(source = 'tok_visa') {
  const world = await stripeWorld()
  const customer = await world.stripe.customers.create({ source })
  return { ...world, customer: customer.id, card: customer.default_source as string }
}

test('a customer is created with a card, which is its default source', async () => {
  const { stripe, customer, card, eventTypes } = await withCard()

  expect(await stripe.customers.retrieveSource(customer, card)).toMatchObject({
    id: expect.stringMatching(/^card_\w{24}$/),
    object: 'card',
    brand: 'Visa',
    customer,
    cvc_check: 'pass',
    address_zip_check: null,
    last4: '4242',
  })
  expect(eventTypes()).toEqual(['customer.created', 'payment_method.attached', 'customer.source.created'])
  const [created] = (await stripe.events.list({ type: 'customer.created' })).data
  expect(created?.data.object).toMatchObject({ id: customer, default_source: card })
  expect(await stripe.customers.retrieve(customer, { expand: ['default_source', 'sources'] })).toMatchObject({
    default_source: { id: card, object: 'card' },
    sources: { data: [{ id: card }], url: `/v1/customers/${customer}/sources` },
  })
})

test('a token of a page keeps the id of its card, its name and address, and is used once', async () => {
  const { stripe, client, keys } = await stripeWorld()
  const { id: customer } = await stripe.customers.create()
  const token = await client(keys.publishable).tokens.create({
    card: { number: '378282246310005', exp_month: '12', exp_year: '2030', name: 'Ada', address_zip: '10115' },
  })

  const card = await stripe.customers.createSource(customer, { source: token.id, metadata: { slot: '1' } })

  expect(token.card).toMatchObject({ address_zip: '10115', address_zip_check: 'unchecked', name: 'Ada' })
  expect(card).toMatchObject({
    id: token.card?.id,
    brand: 'American Express',
    name: 'Ada',
    address_zip: '10115',
    address_zip_check: 'pass',
    cvc_check: null,
    metadata: { slot: '1' },
  })
  expect(await stripe.paymentMethods.retrieve(card.id)).toMatchObject({ card: { brand: 'amex' } })
  expect(await errorOf(stripe.customers.createSource(customer, { source: token.id }))).toMatchObject({
    statusCode: 400,
    code: 'token_already_used',
  })
})

test('a card number is a source where numbers are let in, and stands in no log', async () => {
  const closed = await stripeWorld()
  const { id: refused } = await closed.stripe.customers.create()
  const source = RAW as unknown as string
  expect(await errorOf(closed.stripe.customers.createSource(refused, { source }))).toMatchObject({ statusCode: 402 })

  const { stripe, world, view } = await stripeWorld(rawCards)
  const { id: customer } = await stripe.customers.create({ source })
  expect(await stripe.customers.createSource(customer, { source })).toMatchObject({ last4: '4242', exp_year: 2030 })
  expect(await stripe.charges.create({ amount: 500, currency: 'usd', source })).toMatchObject({ status: 'succeeded' })
  const wrong = { ...RAW, number: '4242424242424241' } as unknown as string
  expect(await errorOf(stripe.customers.createSource(customer, { source: wrong }))).toMatchObject({
    statusCode: 402,
    code: 'incorrect_number',
  })
  expect(JSON.stringify([closed.world.log.list(), world.log.list()])).not.toContain(NUMBER)
  expect(JSON.stringify([view.paymentMethods.all(), view.events.all()])).not.toContain(NUMBER)
})

test('what is no card is refused where a card is wanted', async () => {
  const { stripe, send } = await stripeWorld(rawCards)
  const { id: customer } = await stripe.customers.create()
  const post = (text: string) => send({ method: 'POST', target: `/v1/customers/${customer}/sources`, text })

  expect(await errorOf(stripe.customers.createSource(customer, { source: 'tok_none' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    message: "No such token: 'tok_none'",
  })
  expect(await errorOf(stripe.customers.createSource('cus_none', { source: 'tok_visa' }))).toMatchObject({
    statusCode: 404,
  })
  expect((await post('source[number]=4242424242424242')).json.error).toMatchObject({ param: 'source[object]' })
  expect((await post('source[object]=card&source[exp_month]=1&source[exp_year]=2030')).json.error).toMatchObject({
    code: 'parameter_missing',
    param: 'source[number]',
  })
})

test('a second card is one more, and comes after the default', async () => {
  const { stripe, customer, card, eventTypes } = await withCard()
  const before = eventTypes().length
  const second = await stripe.customers.createSource(customer, { source: 'tok_mastercard' })
  const { id: third } = await stripe.customers.createSource(customer, { source: 'tok_amex' })
  const { id: bank } = await stripe.customers.createSource(customer, { source: 'btok_us_verified' })

  expect(second).toMatchObject({ brand: 'MasterCard' })
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: card })
  expect(eventTypes().slice(before, before + 2)).toEqual(['payment_method.attached', 'customer.source.created'])
  const ids = async (query: object) => (await stripe.customers.listSources(customer, query)).data.map(({ id }) => id)
  expect(await ids({})).toEqual([card, bank, third, second.id])
  expect(await ids({ object: 'card' })).toEqual([card, third, second.id])
  expect(await ids({ object: 'bank_account' })).toEqual([bank])
  expect(await ids({ object: 'card', limit: 1, starting_after: third })).toEqual([second.id])
  expect(await errorOf(ids({ starting_after: 'card_none' }))).toMatchObject({
    statusCode: 400,
    param: 'starting_after',
    message: `Customer ${customer} does not have source with ID card_none`,
  })
})

test('the first card becomes the default, and the customer is told to have changed', async () => {
  const { stripe, eventTypes } = await stripeWorld()
  const { id: customer } = await stripe.customers.create()

  const { id } = await stripe.customers.createSource(customer, { source: 'tok_visa' })

  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: id })
  expect(eventTypes().slice(1)).toEqual(['payment_method.attached', 'customer.source.created', 'customer.updated'])
  const [updated] = (await stripe.events.list({ type: 'customer.updated' })).data
  expect(updated?.data).toMatchObject({ previous_attributes: { default_source: null } })
})

test('a new source of a customer takes the place of the default one', async () => {
  const { stripe, customer, card, eventTypes } = await withCard()
  const before = eventTypes().length

  const { default_source: now } = await stripe.customers.update(customer, { source: 'tok_mastercard' })

  expect(now).not.toBe(card)
  expect((await stripe.customers.listSources(customer)).data.map(({ id }) => id)).toEqual([now])
  expect(await errorOf(stripe.customers.retrieveSource(customer, card))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: `No such source: '${card}'`,
  })
  expect(eventTypes().slice(before).sort()).toEqual([
    'customer.source.created',
    'customer.source.deleted',
    'customer.updated',
    'payment_method.attached',
    'payment_method.detached',
  ])
})

test('the default source may be any of the customer’s, and no other', async () => {
  const { stripe, customer } = await withCard()
  const { id: second } = await stripe.customers.createSource(customer, { source: 'tok_mastercard' })
  const { default_source: foreign } = await stripe.customers.create({ source: 'tok_visa' })

  expect(await stripe.customers.update(customer, { default_source: second })).toMatchObject({ default_source: second })
  expect(await errorOf(stripe.customers.update(customer, { default_source: String(foreign) }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'default_source',
  })
})

test('name, address, dates and metadata of a card change; a wrong date is refused', async () => {
  const { stripe, customer, card } = await withCard('tok_avsZipFail')
  const change = (params: object) => stripe.customers.updateSource(customer, card, params)

  expect(await change({ name: 'Ada', address_zip: '10115', exp_year: '2031', metadata: { a: '1' } })).toMatchObject({
    name: 'Ada',
    address_zip: '10115',
    address_zip_check: 'fail',
    exp_year: 2031,
    metadata: { a: '1' },
  })
  expect(await change({ address_city: 'Berlin', name: '' })).toMatchObject({
    name: null,
    address_city: 'Berlin',
    address_zip: '10115',
  })
  expect(await errorOf(change({ exp_month: '13' }))).toMatchObject({ statusCode: 402, code: 'invalid_expiry_month' })
  expect(await errorOf(change({ exp_year: 'soon' }))).toMatchObject({ statusCode: 402, code: 'invalid_expiry_year' })
  const [updated] = (await stripe.events.list({ type: 'customer.source.updated' })).data
  expect(updated?.data.previous_attributes).toEqual({ address_city: null, name: 'Ada' })
})

test('the newest of the others becomes the default when that is deleted, or none', async () => {
  const { stripe, customer, card, eventTypes } = await withCard()
  const { id: second } = await stripe.customers.createSource(customer, { source: 'tok_visa' })
  const { id: third } = await stripe.customers.createSource(customer, { source: 'tok_visa' })
  const before = eventTypes().length

  expect(await stripe.customers.deleteSource(customer, card)).toMatchObject({ id: card, object: 'card', deleted: true })
  expect(eventTypes().slice(before)).toEqual(['payment_method.detached', 'customer.source.deleted', 'customer.updated'])
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: third })
  await stripe.customers.deleteSource(customer, second)
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: third })
  await stripe.customers.deleteSource(customer, third)
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: null })
  expect(await errorOf(stripe.customers.deleteSource(customer, third))).toMatchObject({ statusCode: 404 })
})

test('cards have their older path, which knows nothing else', async () => {
  const { stripe, send, customer, card } = await withCard()
  const { id: bank } = await stripe.customers.createSource(customer, { source: 'btok_us' })
  const ask = (method: string, path: string, text = '') =>
    send({ method, target: `/v1/customers/${customer}/${path}`, text })

  const { json: made } = await ask('POST', 'cards', 'source=tok_amex')
  expect((await ask('GET', 'cards')).json).toMatchObject({ data: [{ id: card }, { id: made.id }] })
  expect((await ask('GET', `cards/${bank}`)).status).toBe(404)
  expect((await ask('GET', `bank_accounts/${bank}`)).json).toMatchObject({ object: 'bank_account' })
  expect((await ask('GET', 'bank_accounts')).json).toMatchObject({ data: [{ id: bank }] })
  expect((await ask('POST', `bank_accounts/${bank}`, 'account_holder_name=Ada')).json).toMatchObject({
    account_holder_name: 'Ada',
  })
  expect((await ask('POST', `cards/${card}`, 'name=Ada')).json).toMatchObject({ name: 'Ada' })
  expect((await ask('DELETE', `cards/${card}`)).json).toMatchObject({ object: 'card', deleted: true })
  expect((await ask('DELETE', `bank_accounts/${bank}`)).json).toMatchObject({ object: 'bank_account', deleted: true })
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: made.id })
})

test.each([
  ['tok_chargeDeclined', 'card_declined', 'generic_decline'],
  ['tok_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
  ['tok_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
  ['tok_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
])('%s is declined when it is attached, and leaves nothing', async (source, code, decline) => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.customers.create()

  for (const call of [
    stripe.customers.create({ source }),
    stripe.customers.createSource(id, { source }),
    stripe.customers.update(id, { source }),
  ]) {
    expect(await errorOf(call)).toMatchObject({ statusCode: 402, type: 'StripeCardError', code, decline_code: decline })
  }
  expect((await stripe.customers.list()).data.map((each) => each.id)).toEqual([id])
  expect((await stripe.customers.listSources(id)).data).toEqual([])
})

test('a customer that is deleted loses its sources', async () => {
  const { stripe, customer, card, eventTypes } = await withCard()
  await stripe.customers.del(customer)

  expect(await errorOf(stripe.customers.retrieveSource(customer, card))).toMatchObject({ statusCode: 404 })
  expect(eventTypes().slice(-3)).toEqual(['payment_method.detached', 'customer.source.deleted', 'customer.deleted'])
})
