import { expect, test } from 'vitest'
import { routes } from '../../../src/engine/control/routes.js'
import { controlled, TOKEN } from './harness.js'

const json = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` }
const status = { target: '/_standin/status' }

test('answers under loopback names and the configured ones, with the right port', async () => {
  const { raw } = await controlled()
  for (const host of [
    '127.0.0.1:4010',
    'localhost:4010',
    '[::1]:4010',
    'x.localhost:4010',
    'standin.test',
    'standin.test:99',
  ]) {
    expect((await raw({ ...status, headers: { host } })).status, host).toBe(200)
  }
})

test.each([
  'evil.test',
  'evil.test:4010',
  '127.0.0.1:4011',
  'localhost',
  '10.0.0.1:4010',
  'localhost.evil.test:4010',
  '',
])('refuses the Host %s, so that no name can be rebound to it', async (host) => {
  const { raw } = await controlled()
  expect((await raw({ ...status, headers: { host } })).status).toBe(421)
})

test.each(['http://evil.test', 'https://127.0.0.1:4010', 'http://localhost:3000', 'http://localhost:4010', 'null'])(
  'refuses the Origin %s for reads and writes alike',
  async (origin) => {
    const { raw } = await controlled()
    expect((await raw({ ...status, headers: { origin } })).status).toBe(403)
    const write = { method: 'POST', target: '/_standin/worlds/default/reset', headers: { ...json, origin } }
    expect((await raw(write)).status).toBe(403)
  },
)

test('takes its own Origin, and refuses what the browser calls cross-site', async () => {
  const { raw } = await controlled()
  const own = { origin: 'http://127.0.0.1:4010', 'sec-fetch-site': 'same-origin' }
  expect((await raw({ ...status, headers: own })).status).toBe(200)
  expect((await raw({ ...status, headers: { 'sec-fetch-site': 'none' } })).status).toBe(200)
  expect((await raw({ ...status, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  expect((await raw({ ...status, headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403)
  const link = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }
  expect((await raw({ ...status, headers: link })).status).toBe(200)
})

test('a write wants the token and JSON', async () => {
  const { raw } = await controlled()
  const reset = { method: 'POST', target: '/_standin/worlds/default/reset' }
  const { authorization, ...without } = json
  expect((await raw({ ...reset, headers: without })).status).toBe(401)
  expect((await raw({ ...reset, headers: { ...json, authorization: 'Bearer wrong' } })).status).toBe(401)
  expect((await raw({ ...reset, headers: { ...json, authorization: `Basic ${TOKEN}` } })).status).toBe(401)
  expect((await raw({ ...reset, headers: { authorization } })).status).toBe(415)
  expect((await raw({ ...reset, headers: { authorization, 'content-type': 'text/plain' } })).status).toBe(415)
  expect((await raw({ ...reset, headers: json })).status).toBe(200)
})

test('from another machine even a read wants the token', async () => {
  const { raw } = await controlled()
  const there = { ...status, peer: '192.168.1.7' }
  expect((await raw(there)).status).toBe(401)
  expect((await raw({ ...there, headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200)
  expect((await raw({ ...status, peer: '::ffff:127.0.0.1' })).status).toBe(200)
})

test('every route that writes or shows secrets is refused without the token', async () => {
  const { raw } = await controlled()
  for (const route of routes) {
    if (!route.writes && !route.secret) continue
    const target = `/_standin${route.path.replace('{world}', 'default').replace(/\{\w+\}/g, 'x')}`
    const reply = await raw({ method: route.method, target, headers: { 'content-type': 'application/json' } })
    expect(reply.status, `${route.method} ${target}`).toBe(401)
  }
})

test('reads show no secret without the token', async () => {
  const { raw, control, key, shop } = await controlled()
  control.forwards.add(control.sandbox.defaultWorld, 'shop', 'http://localhost:3000/hook')
  const [forward] = control.forwards.of('default')
  await shop('POST', '/things', 'name=a&size=1')
  for (const route of routes) {
    if (route.writes || route.secret || route.path.endsWith('/live')) continue
    const path = route.path.replace('{world}', 'default').replace('{vendor}', 'shop').replace('{table}', 'keys')
    const text = String((await raw({ target: `/_standin${path}` })).body)
    expect(text.includes(key()), path).toBe(false)
    expect(text.includes(forward?.secret ?? 'whsec'), path).toBe(false)
  }
  expect(String((await raw({ target: '/' })).body)).not.toContain(key())
})

test('no answer allows another origin, and pages have a strict policy', async () => {
  const { raw } = await controlled()
  const replies = [
    await raw({ target: '/' }),
    await raw(status),
    await raw({ target: '/_standin/nothing' }),
    await raw({ ...status, method: 'OPTIONS', headers: { 'access-control-request-method': 'GET' } }),
  ]
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 404, 405])
  for (const { headers } of replies) {
    expect(Object.keys(headers).filter((name) => /^access-control/i.test(name))).toEqual([])
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'")
    expect(headers['Content-Security-Policy']).not.toContain('unsafe')
  }
})
