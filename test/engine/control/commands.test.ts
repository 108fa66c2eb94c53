import { expect, test } from 'vitest'
import { toyShop } from '../../support/toy-shop.js'
import { controlled } from './harness.js'

test('status tells what runs', async () => {
  const { api } = await controlled()
  const { data } = await api('GET', '/status')
  expect(data.state).toBeNull()
  expect(data.worlds).toEqual(['default'])
  expect(data.vendors[0]).toMatchObject({
    name: 'shop',
    url: 'http://127.0.0.1:4011',
    description: { version: '1', source: 'shop@1.2.3' },
    coverage: { modelled: 1, generic: 1, refused: 1, total: 3 },
  })
})

test('worlds are made, listed, reset and removed; the default one stays', async () => {
  const { api } = await controlled()
  expect((await api('POST', '/worlds', { name: 'two', seed: 's', at: '2027-01-01' })).data).toMatchObject({
    name: 'two',
    clock: { now: '2027-01-01T00:00:00.000Z', frozen: true },
  })
  expect((await api('POST', '/worlds', { name: 'two' })).status).toBe(409)
  expect((await api('POST', '/worlds', { name: 'no/name' })).status).toBe(400)
  expect((await api('GET', '/worlds')).data.worlds.map((world: { name: string }) => world.name)).toEqual([
    'default',
    'two',
  ])
  expect((await api('DELETE', '/worlds/two')).status).toBe(200)
  expect((await api('GET', '/worlds/two')).status).toBe(404)
  expect((await api('DELETE', '/worlds/default')).status).toBe(409)
})

test('a reset keeps credentials and subscribed endpoints with their secrets', async () => {
  const { api, shop } = await controlled()
  await api('POST', '/worlds/default/webhooks', { url: 'http://localhost:3000/hook' })
  const before = (await api('GET', '/worlds/default/credentials')).data
  await shop('POST', '/things', 'name=a&size=1')
  await api('POST', '/worlds/default/reset')
  const after = (await api('GET', '/worlds/default/credentials')).data
  expect(after).toEqual(before)
  expect(after.environment).toMatchObject({
    STANDIN_SHOP_URL: 'http://127.0.0.1:4011',
    SHOP_KEY: expect.stringMatching(/^key_test_/),
    SHOP_WEBHOOK_SECRET: expect.stringMatching(/^whsec_/),
  })
  const state = (await api('GET', '/worlds/default/state')).data.tables
  expect(state.map(({ table }: { table: string }) => table)).not.toContain('things')
})

test('an endpoint keeps its secret through a reset, also where another one was removed before', async () => {
  const { api } = await controlled()
  const subscribed = async (url: string) => (await api('POST', '/worlds/default/webhooks', { url })).data
  const secrets = async () => {
    const { vendors } = (await api('GET', '/worlds/default/credentials')).data
    return vendors[0].webhooks.map(({ url, secret }: { url: string; secret: string }) => [url, secret])
  }
  const one = await subscribed('http://localhost:3000/one')
  const two = await subscribed('http://localhost:3000/two')
  expect(two.secret).not.toBe(one.secret)
  await api('DELETE', `/worlds/default/webhooks/${one.endpoint}`)
  await api('POST', '/worlds/default/reset')
  expect(await secrets()).toEqual([['http://localhost:3000/two', two.secret]])
  // Who added it knows it by the id that it had then, and can still take it away.
  expect((await api('DELETE', `/worlds/default/webhooks/${two.endpoint}`)).status).toBe(200)
  expect(await secrets()).toEqual([])
  expect((await api('DELETE', `/worlds/default/webhooks/${two.endpoint}`)).status).toBe(404)
})

test('a secret that was rolled is kept through a reset, and two endpoints with one address keep their own', async () => {
  const { api } = await controlled()
  const url = 'http://localhost:3000/hook'
  const subscribed = async () => (await api('POST', '/worlds/default/webhooks', { url })).data
  const secrets = async () => {
    const { vendors } = (await api('GET', '/worlds/default/credentials')).data
    return vendors[0].webhooks.map(({ secret }: { secret: string }) => secret)
  }
  const one = await subscribed()
  const two = await subscribed()
  const three = await subscribed()
  await api('DELETE', `/worlds/default/webhooks/${one.endpoint}`)
  const rolled = (await api('POST', `/worlds/default/webhooks/${three.endpoint}/roll`, {})).data
  expect(rolled.secret).not.toBe(three.secret)
  await api('POST', '/worlds/default/reset')
  expect(await secrets()).toEqual([two.secret, rolled.secret])
  await api('POST', '/worlds/default/reset')
  expect(await secrets()).toEqual([two.secret, rolled.secret])
})

test('an event is triggered at the one vendor that has its type; where several have it, one is to be named', async () => {
  const { api } = await controlled({ vendors: [toyShop(), toyShop('bakery', 'bread'), toyShop('kiosk', 'bread')] })
  const trigger = async (given: object) => api('POST', '/worlds/default/events', given)
  expect((await trigger({ type: 'thing.lost' })).data).toMatchObject({ vendor: 'shop', events: ['thing.lost'] })
  expect((await trigger({ type: 'bread.lost' })).data.error).toMatchObject({ code: 'SANDBOX_BAD_INPUT' })
  expect((await trigger({ type: 'bread.lost', vendor: 'kiosk' })).data).toMatchObject({ vendor: 'kiosk' })
})

test('a wrong delivery is sent beside one that goes out by itself; the right one is not sent so', async () => {
  const { api } = await controlled()
  await api('POST', '/worlds/default/webhooks', { url: 'http://localhost:3000/hook' })
  await api('POST', '/worlds/default/events', { type: 'thing.created' })
  const [delivery] = (await api('GET', '/worlds/default/deliveries')).data.deliveries
  const send = `/worlds/default/deliveries/${delivery.id}/send`
  expect((await api('POST', send, {})).status).toBe(409)
  const forged = await api('POST', send, { how: 'signature' })
  // This vendor signs nothing, and says so.
  expect([forged.status, forged.data.error.message]).toEqual([400, expect.stringContaining('cannot be forged')])
})

test('the secret of an endpoint is of its world and its address', async () => {
  const { api } = await controlled()
  await api('POST', '/worlds', { name: 'two', seed: 'other' })
  const secretIn = async (world: string) =>
    (await api('POST', `/worlds/${world}/webhooks`, { url: 'http://localhost:3000/hook' })).data.secret
  const [here, again, there] = [await secretIn('default'), await secretIn('default'), await secretIn('two')]
  expect(new Set([here, again, there]).size).toBe(3)
})

test('the clock is moved by a length of time or to a time, and never back', async () => {
  const { api } = await controlled()
  const clock = '/worlds/default/clock'
  const now = async (body: object) => (await api('POST', `${clock}/advance`, body)).data.now
  expect(await now({ by: '30d' })).toBe('2026-01-31T00:00:00.000Z')
  expect(await now({ by: 'P1M' })).toBe('2026-02-28T00:00:00.000Z')
  expect(await now({ by: '1h30m' })).toBe('2026-02-28T01:30:00.000Z')
  expect(await now({ to: '2026-03-01T00:00:00' })).toBe('2026-03-01T00:00:00.000Z')
  for (const bad of [
    {},
    { by: '3x' },
    { by: '1d', to: '2027-01-01' },
    { to: '2026-01-01' },
    { by: '101y' },
    { days: 3 },
  ]) {
    expect((await api('POST', `${clock}/advance`, bad)).status, JSON.stringify(bad)).toBe(400)
  }
  expect((await api('POST', `${clock}/run`)).data.frozen).toBe(false)
  expect((await api('POST', `${clock}/freeze`)).data.frozen).toBe(true)
})

test('the log is filtered, and a request explained with the nearest valid one', async () => {
  const { api, shop } = await controlled()
  await shop('POST', '/things', 'nme=spoon&size=big&colour=gren')
  await shop('GET', '/things/thing_1')
  const { entries } = (await api('GET', '/worlds/default/logs?status=4xx&search=nme')).data
  expect(entries).toHaveLength(1)
  const { data } = await api('GET', `/worlds/default/logs/${entries[0].id}`)
  expect(data.explanation.problems.join('\n')).toMatch(/'nme' is no parameter of POST \/things; 'name' is/)
  expect(data.explanation.parameters[0]).toEqual({ name: 'name', in: 'body', required: true, type: expect.any(String) })
  expect(data.explanation.curl).toContain('http://127.0.0.1:4011/things')
  expect(data.explanation.curl).toContain("'name=spoon'")
  expect(data.explanation.curl).toContain("'colour=green'")
  expect(data.explanation.curl).toContain('Bearer $SHOP_KEY')
  expect((await api('GET', '/worlds/default/logs?statuz=4xx')).data.error.message).toContain("did you mean 'status'")
  expect((await api('GET', '/worlds/default/logs/req_none')).status).toBe(404)
})

test('the nearest valid request is accepted', async () => {
  const { api, shop } = await controlled()
  await shop('POST', '/things', 'name=a+name+that+is+much+too+long&size=many&extra=1')
  const [{ id }] = (await api('GET', '/worlds/default/logs')).data.entries
  const { curl } = (await api('GET', `/worlds/default/logs/${id}`)).data.explanation
  const pairs = [...curl.matchAll(/--data-urlencode '([^']*)'/g)].map((match) => match[1].split('='))
  const reply = await shop('POST', '/things', String(new URLSearchParams(pairs)))
  expect(reply).toMatchObject({ status: 200 })
})

test('an event is triggered, delivered, retried on the clock and replayed', async () => {
  const { api, sent } = await controlled()
  await api('POST', '/worlds/default/webhooks', { vendor: 'shop', url: 'http://localhost:3000/bad' })
  const { data } = await api('POST', '/worlds/default/events', { type: 'thing.lost' })
  expect(data.deliveries[0]).toMatchObject({ type: 'thing.lost', state: 'pending', attempts: [{ status: 500 }] })
  await api('POST', '/worlds/default/clock/advance', { by: '1h' })
  const [delivery] = (await api('GET', '/worlds/default/deliveries')).data.deliveries
  expect(delivery).toMatchObject({ state: 'failed', attempts: [{}, {}, {}] })
  expect((await api('POST', `/worlds/default/deliveries/${delivery.id}/replay`)).data.attempts).toHaveLength(4)
  expect(sent).toHaveLength(4)
  expect((await api('POST', '/worlds/default/events', { type: 'thing.losst' })).data.error.remedy).toContain(
    'thing.lost',
  )
})

test('a delivery to a host that is not allowed is held, and said to be', async () => {
  const { api, sent } = await controlled()
  const { data } = await api('POST', '/worlds/default/webhooks', { url: 'https://hooks.example.test/' })
  expect(data.held).toBe(true)
  await api('POST', '/worlds/default/events', { type: 'thing.lost' })
  const [delivery] = (await api('GET', '/worlds/default/deliveries?state=held')).data.deliveries
  expect(delivery.reason).toMatch(/not loopback/)
  expect(sent).toEqual([])
  expect((await api('DELETE', `/worlds/default/webhooks/${data.endpoint}`)).status).toBe(200)
  expect((await api('GET', '/worlds/default/webhooks')).data.endpoints).toEqual([])
})

test('a secret is rolled, and the new one is what a program gets', async () => {
  const { api } = await controlled()
  const { endpoint, secret } = (await api('POST', '/worlds/default/webhooks', { url: 'http://localhost:3000/' })).data
  const rolled = (await api('POST', `/worlds/default/webhooks/${endpoint}/roll`, { overlap: '24h' })).data
  expect(rolled.secret).not.toBe(secret)
  const { environment } = (await api('GET', '/worlds/default/credentials')).data
  expect(environment.SHOP_WEBHOOK_SECRET).toBe(rolled.secret)
  expect((await api('POST', '/worlds/default/webhooks/we_none/roll', {})).status).toBe(404)
  expect((await api('GET', '/worlds/default/events')).data.types).toEqual(['thing.created', 'thing.lost'])
})

test('faults are added, met and removed', async () => {
  const { api, shop } = await controlled()
  const fault = { when: { operation: 'GET /things/{id}' }, effect: { kind: 'status', status: 503 } }
  const { data } = await api('POST', '/worlds/default/faults', fault)
  expect((await api('GET', '/worlds/default/faults')).data.faults).toHaveLength(1)
  await shop('GET', '/things/thing_1')
  expect((await api('DELETE', `/worlds/default/faults/${data.id}`)).status).toBe(200)
  expect((await api('DELETE', `/worlds/default/faults/${data.id}`)).status).toBe(404)
  const wrong = { when: { operation: 'GET /thing/{id}' }, effect: { kind: 'status', status: 503 } }
  expect((await api('POST', '/worlds/default/faults', wrong)).data.error.remedy).toContain('GET /things/{id}')
})

test('state is listed by table, without secrets', async () => {
  const { api, shop, key } = await controlled()
  await shop('POST', '/things', 'name=a&size=1')
  const { rows } = (await api('GET', '/worlds/default/state/shop/things')).data
  expect(rows).toMatchObject([{ object: 'thing', name: 'a' }])
  const keys = await api('GET', '/worlds/default/state/shop/keys')
  expect(JSON.stringify(keys.data)).not.toContain(key())
  expect((await api('GET', '/worlds/default/state/shop/claims')).status).toBe(404)
})

test('what is not there is told with what is', async () => {
  const { api, raw } = await controlled()
  expect((await api('GET', '/worlds/nowhere/clock')).data.error).toMatchObject({ code: 'SANDBOX_NOT_FOUND' })
  expect((await api('PUT', '/worlds')).data.error.remedy).toBe('Use GET or POST.')
  expect((await api('POST', '/worlds', 'text')).status).toBe(400)
  expect((await raw({ target: '/_standin/worlds/%zz' })).status).toBe(400)
  expect((await api('GET', '')).data.routes.length).toBeGreaterThan(25)
})
