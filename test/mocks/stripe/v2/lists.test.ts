import { expect, test } from 'vitest'
import { DAY, errorOf, NOW, SECOND, stripeWorld } from '../../../support/stripe.js'

test('events are listed by object, type and time, page by page', async () => {
  const { stripe, advance } = await stripeWorld()
  const { events } = stripe.v2.core
  const ada = await stripe.customers.create({ name: 'Ada' })
  await advance(1000)
  await stripe.customers.create({ name: 'Emmy' })
  await stripe.customers.update(ada.id, { name: 'Ada Byron' })

  const types = async (query: Parameters<typeof events.list>[0]) =>
    (await events.list(query)).data.map(({ type }) => type)
  expect(await types({})).toEqual(['v1.customer.updated', 'v1.customer.created', 'v1.customer.created'])
  expect(await types({ object_id: ada.id })).toEqual(['v1.customer.updated', 'v1.customer.created'])
  expect(await types({ types: ['v1.customer.created'] })).toHaveLength(2)
  expect(await types({ created: { gt: NOW / SECOND } })).toHaveLength(2)
  expect(await types({ created: { lte: NOW / SECOND } })).toEqual(['v1.customer.created'])

  const first = await events.list({ limit: 2 })
  expect(first.next_page_url).toMatch(/^\/v2\/core\/events\?limit=2&page=/)
  expect(first.previous_page_url).toBeNull()
  const all: string[] = []
  for await (const { id } of events.list({ limit: 1 })) all.push(id)
  expect(new Set(all).size).toBe(3)
  await advance(31 * DAY)
  expect(await types({})).toEqual([])
})

test('a page leads back to the one before it', async () => {
  const { stripe, send } = await stripeWorld()
  for (const name of ['a', 'b', 'c']) await stripe.customers.create({ name })
  const page = async (target: string) => (await send({ target })).json

  const first = await page('/v2/core/events?limit=2')
  const second = await page(String(first.next_page_url))

  expect(second.next_page_url).toBeNull()
  expect((await page(String(second.previous_page_url))).data).toEqual(first.data)
})

test('an event and a page that are none are refused', async () => {
  const { stripe, send } = await stripeWorld()

  expect(await errorOf(stripe.v2.core.events.retrieve('evt_test_none'))).toMatchObject({ statusCode: 404 })
  for (const query of ['page=nowhere', 'limit=0', 'limit=101']) {
    const { status, json } = await send({ target: `/v2/core/events?${query}` })
    expect([status, json.error.code]).toEqual([400, 'invalid_fields'])
  }
})

test('a key of API v2 counts for 30 days, on deletions too, and errors are tried again', async () => {
  const { stripe, advance } = await stripeWorld()
  const { accounts } = stripe.v2.core
  const create = () => accounts.create({ display_name: 'Shop' }, { idempotencyKey: 'once' })

  const { id } = await create()
  await advance(29 * DAY)
  expect((await create()).id).toBe(id)
  await advance(2 * DAY)
  expect((await create()).id).not.toBe(id)

  const url = 'http://localhost:3000/hook'
  const made = await stripe.v2.core.eventDestinations.create({
    event_payload: 'thin',
    type: 'webhook_endpoint',
    name: 'x',
    enabled_events: ['*'],
    webhook_endpoint: { url },
  })
  const gone = () => stripe.v2.core.eventDestinations.del(made.id, undefined, { idempotencyKey: 'gone' })
  expect(await gone()).toEqual(await gone())
  const failing = () => errorOf(accounts.close('acct_none', {}, { idempotencyKey: 'fails' }))
  await failing()
  expect((await failing()).headers?.['idempotent-replayed']).toBeUndefined()
})
