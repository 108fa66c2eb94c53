import { expect, test } from 'vitest'
import { behavioursOf, park, type VendorWorld } from '../../src/engine/kit.js'
import { document, toySandbox, toyVendor } from '../support/toy-vendor.js'

// Like Bayeux: /connect is not answered until something is published, or for 110 seconds.
const { behaviour } = behavioursOf<object, string, VendorWorld>()
const body = { requestBody: { content: { 'application/json': { schema: {} } } } }

const vendor = toyVendor({
  document: document({ '/connect': { post: body }, '/publish': { post: body } }),
  credentials: {
    find: (call) => call.header('authorization'),
    claims: (_call, credential) => (credential ? [credential] : []),
    authenticate: () => ({}),
    mint: (world) => world.claim(`session of ${world.name}`),
    list: () => [],
  },
  behaviours: [
    behaviour('POST /connect', (_input, world) =>
      park({
        until: (event) => event.type === 'published',
        timeout: 110_000,
        resume: (event) => ({ at: world.now(), data: event?.object ?? null }),
      }),
    ),
    behaviour('POST /publish', ({ body: data }, world) => {
      world.emit('published', data)
      return {}
    }),
  ],
})
const headers = { 'content-type': 'application/json', authorization: 'session of default' }

test('a long poll is woken by an event', async () => {
  const { sandbox, send } = await toySandbox(vendor)
  const polling = send({ target: '/connect', headers })
  await send({ target: '/publish', headers, text: '{"n":1}' })
  expect(JSON.parse(String((await polling).body))).toEqual({ at: Date.UTC(2026, 0, 1), data: { n: 1 } })
  expect(sandbox.defaultWorld.waiters.size).toBe(0)
})

test('without an event it ends when the clock says so, and it is let go when the client goes', async () => {
  const { sandbox, send } = await toySandbox(vendor)
  const polling = send({ target: '/connect', headers })
  await sandbox.defaultWorld.scheduler.advanceTo(Date.UTC(2026, 0, 1) + 110_000)
  expect(JSON.parse(String((await polling).body)).data).toBeNull()
  const client = new AbortController()
  const abandoned = send({ target: '/connect', headers, signal: client.signal })
  client.abort()
  await abandoned
  expect(sandbox.defaultWorld.waiters.size).toBe(0)
})
