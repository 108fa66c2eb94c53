import { expect, test } from 'vitest'
import { stripeWorld } from '../../../support/stripe.js'

const BACK = 'https://shop.example/connected'

/** A world and its authorize page, as the official SDK leads to it. */
async function platform(settings?: object) {
  const world = await stripeWorld(settings ? { settings: { stripe: { connect: settings } } } : {})
  const open = (params: object = {}, express = false) => {
    const asked = { client_id: world.view.application, redirect_uri: BACK, state: 'xyz', ...params }
    const url = new URL(world.stripe.oauth.authorizeUrl(asked, { express }))
    return url.pathname + url.search
  }
  const answer = async (target: string, text: string) => {
    const { status, headers, json } = await world.send({ method: 'POST', target, key: null, text })
    return { status, json, back: status === 303 ? new URL(String(headers.Location)) : undefined }
  }
  return { ...world, open, answer, show: (target: string) => world.send({ target, key: null }) }
}

test('the page says who asks, for what, and where it leads', async () => {
  const { show, open, view } = await platform()
  const { status, headers, body } = await show(open())
  expect(status).toBe(200)
  expect(headers['Standin-Fidelity']).toBe('modelled')
  expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none'/)
  for (const said of ['Standin Platform', view.application, 'to read and write', BACK]) expect(body).toContain(said)
  expect((await show(open({ scope: 'read_only' }))).body).not.toContain('to read and write')
})

test('what is put into it is escaped', async () => {
  const { show, open } = await platform({ name: '<b>Shop & Co</b>' })
  const { body } = await show(open({ redirect_uri: `${BACK}?a="><script>1</script>` }))
  expect(body).toContain('&lt;b&gt;Shop &amp; Co&lt;/b&gt;')
  expect(body).not.toMatch(/<b>Shop|<script>/)
})

test('who connects is sent back with a code, who refuses with access_denied', async () => {
  const { open, answer } = await platform()
  const { back } = await answer(open(), 'outcome=connect')
  expect(`${back?.origin}${back?.pathname}`).toBe(BACK)
  expect(Object.fromEntries(back?.searchParams ?? [])).toEqual({
    code: expect.stringMatching(/^ac_\w{32}$/),
    scope: 'read_write',
    state: 'xyz',
  })
  const refused = await answer(open({ redirect_uri: `${BACK}?shop=1` }), 'outcome=refuse')
  expect(Object.fromEntries(refused.back?.searchParams ?? [])).toEqual({
    shop: '1',
    error: 'access_denied',
    error_description: 'The user denied your request',
    state: 'xyz',
  })
  expect((await answer(open(), 'outcome=perhaps')).status).toBe(400)
  expect((await answer(open(), 'outcome=connect&account=acct_none')).status).toBe(400)
})

test('an Express account has a page of its own, and no scope', async () => {
  const { open, answer, show } = await platform()
  const target = open({}, true)
  expect(target).toMatch(/^\/express\/oauth\/authorize\?/)
  expect((await show(target)).status).toBe(200)
  const { back } = await answer(target, 'outcome=connect')
  expect([...(back?.searchParams.keys() ?? [])].sort()).toEqual(['code', 'state'])
})

test.each([
  ['invalid_redirect_uri', { redirect_uri: 'javascript:alert(1)' }],
  ['invalid_redirect_uri', { redirect_uri: '' }],
  ['invalid_scope', { scope: 'everything' }],
  ['unsupported_response_type', { response_type: 'token' }],
])('%s is told in JSON, and nobody is sent anywhere', async (error, params) => {
  const { open, answer, show } = await platform()
  for (const { status, json } of [await show(open(params)), await answer(open(params), 'outcome=connect')]) {
    expect(status).toBe(400)
    expect(json).toEqual({ error, error_description: expect.any(String), state: 'xyz' })
  }
})

test('without response_type the request is invalid; without scope it asks to read', async () => {
  const { show, view } = await platform()
  const target = `/oauth/authorize?client_id=${view.application}&redirect_uri=${BACK}`
  expect((await show(target)).json).toEqual({ error: 'invalid_request', error_description: expect.any(String) })
  expect((await show(`${target}&response_type=code&unknown=1`)).body).toContain('<dd>to read</dd>')
})

test('an unknown client is told so', async () => {
  const { show, open } = await platform()
  for (const client of ['ca_none', '']) {
    const { status, json } = await show(open({ client_id: client }))
    expect([status, json]).toEqual([
      400,
      { error: { message: 'No application matches the supplied client identifier' } },
    ])
  }
})

test('redirect URIs that are registered match exactly, and the first stands in for none', async () => {
  const other = 'myshop://connected'
  const { show, open, answer } = await platform({ redirectUris: [BACK, other] })
  expect((await answer(open({ redirect_uri: '' }), 'outcome=connect')).back?.href).toMatch(BACK)
  expect((await answer(open({ redirect_uri: other }), 'outcome=refuse')).back?.href).toMatch(other)
  const { json } = await show(open({ redirect_uri: `${BACK}/` }))
  expect(json).toMatchObject({
    error: 'invalid_redirect_uri',
    error_description: expect.stringMatching(`^Invalid redirect URI '${BACK}/'. Ensure this uri exactly matches`),
  })
})
