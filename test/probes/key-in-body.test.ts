import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DeliveryRequest } from '../../src/engine/kit.js'
import { behavioursOf, type VendorWorld } from '../../src/engine/kit.js'
import { document, toySandbox, toyVendor } from '../support/toy-vendor.js'

// Like Mandrill: the key is a field of the JSON body, and webhooks are form-encoded and signed over URL and parameters.
const { behaviour } = behavioursOf<object, string, VendorWorld>()
const sign = (secret: string, url: string, field: string) =>
  createHmac('sha1', secret).update(`${url}mandrill_events${field}`).digest('base64')

const vendor = toyVendor({
  document: document({
    '/users/ping': {
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', required: ['key'], properties: { key: { type: 'string' } } },
            },
          },
        },
      },
    },
  }),
  credentials: {
    find: (call) => (call.body as { key?: string } | undefined)?.key,
    claims: (_call, key) => (key ? [key] : []),
    authenticate: () => ({}),
    mint: (world) => world.claim(`key-of-${world.name}`),
    list: (world) => [{ label: 'key', variable: 'TOY_KEY', value: `key-of-${world.name}`, secret: true }],
  },
  events: {
    record: (event, world) => {
      world.table('event').insert({ id: `event-${event.at}` })
      return [{ event: `event-${event.at}`, endpoint: 'hook', url: 'http://localhost:9/hook' }]
    },
    request: ({ url, type }) => {
      const field = JSON.stringify([{ event: type }])
      const headers = {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Mandrill-Signature': sign('webhook key', url, field),
      }
      return { method: 'POST', url, headers, body: new URLSearchParams({ mandrill_events: field }).toString() }
    },
    retryAfter: () => undefined,
    wanted: () => true,
    accepts: (status) => status === 200,
    timeout: 1000,
  },
  behaviours: [
    behaviour('POST /users/ping', (_input, world) => {
      world.emit('ping', {})
      return 'PONG!'
    }),
  ],
})

test('a key in the body is answered, and what happened is told with a signature over URL and fields', async () => {
  const sent: DeliveryRequest[] = []
  const { sandbox, send } = await toySandbox(vendor, {
    transport: async (request) => {
      sent.push(request)
      return { status: 200, body: '' }
    },
  })
  const reply = await send({
    target: '/users/ping',
    headers: { 'content-type': 'application/json' },
    text: '{"key":"key-of-default"}',
  })
  expect(reply.body).toBe('"PONG!"')
  await sandbox.settled()
  const field = new URLSearchParams(sent[0]?.body).get('mandrill_events') ?? ''
  expect(sent[0]?.headers['X-Mandrill-Signature']).toBe(sign('webhook key', 'http://localhost:9/hook', field))
  expect(sandbox.defaultWorld.deliveries.list()[0]?.state).toBe('delivered')
})

test('an unknown key in the body is refused, and nothing is told', async () => {
  const { sandbox, send } = await toySandbox(vendor)
  const reply = await send({
    target: '/users/ping',
    headers: { 'content-type': 'application/json' },
    text: '{"key":"other"}',
  })
  expect(reply.status).toBe(401)
  expect(sandbox.defaultWorld.deliveries.list()).toEqual([])
})
