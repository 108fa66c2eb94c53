import { expect, test } from 'vitest'
import { stripeWorld } from '../../support/stripe.js'

type World = Awaited<ReturnType<typeof stripeWorld>>
const SECRET = '51NotARealKeyOfAnybody0123456789'

/** All that a sandbox keeps, as text: rows of every table, the log, deliveries, records of idempotency. */
function allKept({ sandbox }: World): string {
  return [...sandbox.worlds.values()]
    .map((world) => JSON.stringify([world.allTables.map((table) => table.all()), world.log.list(), world.seed]))
    .join('\n')
}

const PLACES: readonly (readonly [place: string, request: (key: string) => Parameters<World['send']>[0]])[] = [
  ['the Authorization header', (key) => ({ target: '/v1/customers', key })],
  [
    'Basic authentication',
    (key) => ({
      target: '/v1/customers',
      key: null,
      headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
    }),
  ],
  ['another header', (key) => ({ target: '/v1/customers', headers: { 'x-forwarded-key': key } })],
  ['an idempotency key', (key) => ({ method: 'POST', target: '/v1/customers', headers: { 'idempotency-key': key } })],
  ['the query', (key) => ({ target: `/v1/customers?email=${key}` })],
  ['the query, escaped', (key) => ({ target: `/v1/customers?email=${key.replaceAll('_', '%5F')}` })],
  ['the path', (key) => ({ target: `/v1/customers/${key}` })],
  ['metadata', (key) => ({ method: 'POST', target: '/v1/customers', text: `metadata[key]=${key}` })],
  [
    'metadata, escaped',
    (key) => ({ method: 'POST', target: '/v1/customers', text: `metadata[key]=${key.replaceAll('_', '%5f')}` }),
  ],
  [
    'a form posted to a page',
    (key) => ({ method: 'POST', target: '/redirect/authenticate/src_1', key: null, text: `outcome=${key}` }),
  ],
]

test.each(['sk', 'rk', 'pk'].flatMap((kind) => PLACES.map(([place, request]) => ({ kind, place, request }))))(
  'a live key ($kind) in $place is refused and kept nowhere',
  async ({ kind, request }) => {
    const world = await stripeWorld()
    const own = `${SECRET}${world.world.name.replace('-', '')}x`
    const key = `${kind}_live_${own}`

    const { status, headers, body } = await world.send(request(key))
    await world.settled()

    expect(status).toBe(401)
    expect(String(body)).toContain('A live mode key was sent to Standin')
    const kept = { headers: JSON.stringify(headers), body: String(body), sandbox: allKept(world) }
    const leaking = Object.entries(kept).filter(([, text]) => text.includes(own) || text.includes(`${kind}_live_`))
    expect(leaking.map(([where]) => where)).toEqual([])
  },
)

test('a live key tells nothing of whether it is right: even the route does not matter', async () => {
  const world = await stripeWorld()

  expect((await world.send({ target: '/v1/nowhere', key: `sk_live_${SECRET}` })).status).toBe(401)
  expect((await world.send({ target: '/v1/nowhere' })).status).toBe(404)
})

test('the log says that a request was withheld', async () => {
  const world = await stripeWorld()

  await world.send({ target: `/v1/customers/sk_live_${SECRET}` })

  const entries = [...world.sandbox.worlds.values()].flatMap(({ log }) => log.list())
  expect(entries.some(({ target }) => target === '[withheld: a live credential]')).toBe(true)
})

test('test keys, client secrets and signing secrets stand in no log', async () => {
  const world = await stripeWorld()
  const intent = await world.stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  const endpoint = await world.stripe.webhookEndpoints.create({ url: 'https://shop.example', enabled_events: ['*'] })

  const log = JSON.stringify(world.world.log.list())

  for (const secret of [world.keys.secret, intent.client_secret ?? '?', endpoint.secret ?? '?'])
    expect(log).not.toContain(secret)
})
