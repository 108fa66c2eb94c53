import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

async function customers(count: number) {
  const world = await stripeWorld()
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.unshift((await world.stripe.customers.create({ name: `No. ${i}` })).id)
  return { ...world, ids }
}

test('ten are listed unless asked otherwise, the newest first', async () => {
  const { stripe, ids } = await customers(12)

  const page = await stripe.customers.list()

  expect(page).toMatchObject({ object: 'list', url: '/v1/customers', has_more: true })
  expect(page.data.map(({ id }) => id)).toEqual(ids.slice(0, 10))
})

test('250 are walked page by page, forwards and backwards, each once', async () => {
  const { stripe, ids } = await customers(250)

  const forwards: string[] = []
  for await (const { id } of stripe.customers.list({ limit: 100 })) forwards.push(id)
  expect(forwards).toEqual(ids)

  const backwards: string[] = []
  for await (const { id } of stripe.customers.list({ limit: 100, ending_before: ids.at(-1) ?? '' })) backwards.push(id)
  expect(backwards).toEqual(ids.slice(0, -1).reverse())
  expect(await stripe.customers.list({ limit: 3 }).autoPagingToArray({ limit: 7 })).toHaveLength(7)
})

test('a page before a cursor is the one just before it, newest first', async () => {
  const { stripe, ids } = await customers(8)

  const page = await stripe.customers.list({ limit: 3, ending_before: ids[6] ?? '' })

  expect(page.data.map(({ id }) => id)).toEqual(ids.slice(3, 6))
  expect(page.has_more).toBe(true)
})

test('the last page says so though it is full', async () => {
  const { stripe, ids } = await customers(4)

  const page = await stripe.customers.list({ limit: 2, starting_after: ids[1] ?? '' })

  expect(page).toMatchObject({ has_more: false, data: [{ id: ids[2] }, { id: ids[3] }] })
})

test('what is created and deleted meanwhile does not shift the pages', async () => {
  const { stripe, ids } = await customers(6)
  await stripe.customers.create({})
  await stripe.customers.del(ids[2] ?? '')

  const page = await stripe.customers.list({ limit: 2, starting_after: ids[1] ?? '' })

  expect(page.data.map(({ id }) => id)).toEqual(ids.slice(3, 5))
})

test.each([
  ['limit=0', 'parameter_invalid_integer', 'limit'],
  ['limit=101', 'parameter_invalid_integer', 'limit'],
  ['limit=ten', 'parameter_invalid_integer', 'limit'],
  ['starting_after=cus_none', 'resource_missing', 'starting_after'],
  ['ending_before=cus_none', 'resource_missing', 'ending_before'],
  ['starting_after=a&ending_before=b', 'parameters_exclusive', 'ending_before'],
  ['page=2', 'parameter_unknown', 'page'],
])('a list with %s is refused with %s', async (query, code, param) => {
  const { send } = await stripeWorld()

  const { status, json } = await send({ target: `/v1/customers?${query}` })

  expect(status).toBe(400)
  expect(json.error).toMatchObject({ code, param, type: 'invalid_request_error' })
})

test('a cursor of another kind of thing is missing', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.products.create({ name: 'Book' })

  const error = await errorOf(stripe.customers.list({ starting_after: id }))

  expect(error).toMatchObject({ message: `No such customer: '${id}'`, param: 'starting_after' })
})
