import { expect, test } from 'vitest'
import { controlled } from './harness.js'

test('the access report has what was granted beside what was used', async () => {
  const { api, shop } = await controlled()
  await shop('GET', '/things/1')
  await shop('GET', '/things/1')

  const { status, data } = await api('GET', '/worlds/default/access')
  expect(status).toBe(200)
  expect(data).toMatchObject({
    world: 'default',
    vendors: [
      {
        vendor: 'shop',
        holders: [
          {
            kind: 'key',
            variable: 'SHOP_KEY',
            used: true,
            grants: [
              { name: 'get', requests: 2, first: { at: '2026-01-01T00:00:00.000Z', operation: 'GET /things/{id}' } },
              { name: 'post', requests: 0, first: null },
              { name: 'delete', requests: 0 },
            ],
            refused: [],
          },
        ],
      },
    ],
  })
  expect((await api('GET', '/worlds/default/access?vendor=bakery')).data.error).toMatchObject({
    code: 'SANDBOX_NOT_FOUND',
    remedy: 'There are: shop.',
  })
})

test('what a scenario does itself counts for nobody', async () => {
  const { api, sandbox, key } = await controlled()
  await sandbox.handle({
    method: 'GET',
    target: '/things/1',
    host: 'api.shop.test',
    secure: true,
    staged: true,
    headers: { authorization: `Bearer ${key()}` },
    body: Buffer.from(''),
  })
  const { data } = await api('GET', '/worlds/default/access')
  expect(data.vendors[0].holders[0].used).toBe(false)
})

test('a restored snapshot begins the count anew', async () => {
  const { api, shop, sandbox } = await controlled()
  await shop('GET', '/things/1')
  sandbox.restoreWorld('default', sandbox.defaultWorld.snapshot())

  expect((await api('GET', '/worlds/default/access')).data.vendors[0].holders[0].used).toBe(false)
})

test('a key is rolled through the API: the old one holds for the overlap, masked in every answer but that of the roll', async () => {
  const { api, shop, sandbox, key, raw } = await controlled()
  const old = key()
  await shop('GET', '/things/1')
  const rolled = await api('POST', '/worlds/default/keys/SHOP_KEY/roll', { overlap: '1h' })

  expect(rolled.data).toMatchObject({
    vendor: 'shop',
    variable: 'SHOP_KEY',
    value: key(),
    old: { until: '2026-01-01T01:00:00.000Z', requests: 1 },
    shortened: false,
  })
  const list = await api('GET', '/worlds/default/keys')
  expect(list.data.keys).toMatchObject([
    { state: 'current', requests: 0, last: null },
    { state: 'old', requests: 1, last: { operation: 'GET /things/{id}' } },
  ])
  expect(JSON.stringify(list.data)).not.toContain(old)
  const headers = { host: '127.0.0.1:4010' }
  const listed = await raw({ target: '/_standin/worlds/default/keys', headers })
  expect([listed.status, String(listed.body).includes(key())]).toEqual([200, false])

  await sandbox.defaultWorld.scheduler.advanceTo(Date.UTC(2026, 0, 1, 1))
  const answer = await sandbox.handle({
    method: 'GET',
    target: '/things/1',
    host: 'api.shop.test',
    secure: true,
    headers: { authorization: `Bearer ${old}`, 'user-agent': 'forgotten-worker/1' },
    body: Buffer.from(''),
  })
  expect(answer).toMatchObject({ status: 401 })
  expect((await api('GET', '/worlds/default/keys')).data.keys[1]).toMatchObject({
    state: 'over',
    requests: 2,
    refused: 1,
    last: { userAgent: 'forgotten-worker/1' },
  })
})

test('what cannot be rolled is refused, with those that can and where else to go', async () => {
  const { api } = await controlled()

  expect((await api('POST', '/worlds/default/keys/NO_KEY/roll')).data.error).toMatchObject({
    message: "'NO_KEY' cannot be rolled.",
    remedy: 'Those that can: SHOP_KEY.',
  })
  expect((await api('POST', '/worlds/default/keys/SHOP_WEBHOOK_SECRET/roll')).data.error.remedy).toMatch(
    /standin webhooks roll/,
  )
  expect((await api('POST', '/worlds/default/keys/SHOP_KEY/roll', { overlap: 'soon' })).status).toBe(400)
})
