import { expect, test } from 'vitest'
import { behavioursOf, reply, type VendorWorld } from '../../src/engine/kit.js'
import { document, toySandbox, toyVendor } from '../support/toy-vendor.js'

// Like every OAuth login: a page that nobody has a credential for yet. The client id tells which world it is, later the code.
const { page, behaviour } = behavioursOf<object, string, VendorWorld>()
type Code = { id: string; client: string }

const vendor = toyVendor({
  document: document({
    '/token': {
      post: {
        security: [],
        requestBody: { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } },
      },
    },
  }),
  credentials: {
    find: () => undefined,
    claims: (call) => {
      const sent = { ...call.query, ...(call.body as object) } as { client_id?: string; code?: string }
      return [sent.code, sent.client_id].filter((claim) => claim !== undefined)
    },
    authenticate: () => ({}),
    mint: (world) => world.claim(`client-of-${world.name}`),
    list: () => [],
  },
  behaviours: [
    page('GET /authorize', ({ query }) =>
      reply({
        contentType: 'text/html; charset=utf-8',
        body: `<form method="post" action="/authorize"><input name="client_id" value="${query.client_id}"></form>`,
      }),
    ),
    page('POST /authorize', ({ body }, world) => {
      const { client_id: client, redirect_uri: back } = body as { client_id: string; redirect_uri: string }
      const code = world.random.base62(10)
      world.table<Code>('code').insert({ id: code, client })
      world.claim(code)
      return reply({ status: 302, headers: { Location: `${back}?code=${code}` }, body: '', contentType: 'text/plain' })
    }),
    behaviour('POST /token', ({ body }, world) => {
      const { code } = body as { code: string }
      if (!world.table<Code>('code').delete(code)) return reply({ status: 400, body: { error: 'invalid_grant' } })
      world.release(code)
      return { access_token: world.random.base62(20), world: world.name }
    }),
  ],
})
const headers = { 'content-type': 'application/x-www-form-urlencoded' }

test('a person without a credential logs in, and the code leads back to the world of the client', async () => {
  const { sandbox, send } = await toySandbox(vendor)
  sandbox.createWorld('ada')
  const form = await send({ method: 'GET', target: '/authorize?client_id=client-of-ada' })
  expect(form.headers['Content-Type']).toContain('text/html')
  const back = await send({
    target: '/authorize',
    headers,
    text: 'client_id=client-of-ada&redirect_uri=https://app.test/back',
  })
  const code = new URL(String(back.headers.Location)).searchParams.get('code')
  expect(JSON.parse(String((await send({ target: '/token', headers, text: `code=${code}` })).body))).toMatchObject({
    world: 'ada',
  })
})

test('a code is good once, and an unknown client has no page', async () => {
  const { send } = await toySandbox(vendor)
  const back = await send({
    target: '/authorize',
    headers,
    text: 'client_id=client-of-default&redirect_uri=https://app.test/back',
  })
  const code = new URL(String(back.headers.Location)).searchParams.get('code')
  expect((await send({ target: '/token', headers, text: `code=${code}` })).status).toBe(200)
  expect((await send({ target: '/token', headers, text: `code=${code}&client_id=client-of-default` })).status).toBe(400)
  expect((await send({ method: 'GET', target: '/authorize?client_id=nobody' })).status).toBe(401)
})
