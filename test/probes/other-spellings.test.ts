import { expect, test } from 'vitest'
import { behavioursOf, type VendorWorld } from '../../src/engine/kit.js'
import { document, toySandbox, toyVendor } from '../support/toy-vendor.js'

// A vendor that takes doubled slashes for one, and a POST for the method that a header names.
const { behaviour } = behavioursOf<object, string, VendorWorld>()
const vendor = toyVendor({
  document: document({ '/things/{id}': { patch: { security: [] } } }),
  credentials: {
    find: () => undefined,
    claims: () => ['all'],
    authenticate: () => ({}),
    mint: (world) => world.claim('all'),
    list: () => [],
  },
  wire: {
    locate: ({ method, path }, call) => ({
      method: call.header('x-method') ?? method,
      path: path.replace(/\/+/g, '/'),
    }),
    codec: () => 'json',
    requestId: (random) => random.hex(8),
    encode: (body) => ({ contentType: 'application/json', text: JSON.stringify(body) }),
  },
  behaviours: [behaviour('PATCH /things/{id}', ({ params }) => params)],
})

test('a request goes to the operation that its vendor takes it for', async () => {
  const { send } = await toySandbox(vendor)
  const answer = await send({ method: 'POST', target: '//things//7', headers: { 'x-method': 'PATCH' } })
  expect(JSON.parse(String(answer.body))).toEqual({ id: '7' })
  expect((await send({ method: 'POST', target: '/things/7' })).status).toBe(404)
})
