import { expect, test } from 'vitest'
import { glossary } from '../../../mocks/mailchimp/glossary.js'
import { mailchimpWorld, NOW } from '../../support/mailchimp.js'

const HASH = '0'.repeat(32)

test('no key', async () => {
  const { get } = await mailchimpWorld()
  const { status, json, headers } = await get<Record<string, unknown>>('/3.0/lists', undefined, { key: null })
  expect(status).toBe(401)
  expect(json).toMatchObject({ title: 'API Key Missing', detail: 'Your request did not include an API key.' })
  expect(headers['Content-Type']).toBe('application/problem+json; charset=utf-8')
  expect(headers.Link).toContain('ProblemDetailDocument.json>; rel="describedBy"')
  expect(json.instance).toBe(headers['X-Request-Id'])
})

test('a key that nobody minted, and one at another datacenter', async () => {
  const { get, sandbox } = await mailchimpWorld()
  const detail = "Your API key may be invalid, or you've attempted to access the wrong datacenter."
  for (const sent of [
    { key: `${'0123456789abcdef'.repeat(2)}-us6` },
    { key: 'nonsense' },
    { host: 'us9.api.mailchimp.com' },
  ]) {
    expect(await get('/3.0/lists', undefined, sent)).toMatchObject({
      status: 401,
      json: { title: 'API Key Invalid', detail },
    })
  }
  // A real key's request is not kept.
  expect(JSON.stringify(sandbox.defaultWorld.log.list({}))).not.toContain('0123456789abcdef0123')
})

test('a token at another datacenter is told of it', async () => {
  const { get, view, world } = await mailchimpWorld()
  const { newKey } = await import('../../../mocks/mailchimp/accounts/keys.js')
  const token = world.transact('test', undefined, () => newKey(view, 'token'))
  const headers = { authorization: `Bearer ${token.id}` }
  expect(await get('/3.0/ping', undefined, { headers })).toMatchObject({ status: 200 })
  const wrong = await get('/3.0/ping', undefined, { headers, host: 'us9.api.mailchimp.com' })
  expect(wrong).toMatchObject({ status: 403, json: { title: 'Wrong Datacenter' } })
})

test('a key is a Bearer too', async () => {
  const { get, key } = await mailchimpWorld()
  const answer = await get('/3.0/ping', undefined, { headers: { authorization: `Bearer ${key}` } })
  expect(answer.json).toEqual({ health_status: "Everything's Chimpy!" })
})

test('what is not there', async () => {
  const { get, list } = await mailchimpWorld()
  const { id } = await list()
  for (const target of ['/3.0/lists/none', '/3.0/nothing', `/3.0/lists/${id}/members/${HASH}`]) {
    expect(await get(target)).toMatchObject({
      status: 404,
      json: { title: 'Resource Not Found', detail: 'The requested resource could not be found.' },
    })
  }
})

test('a method that is not allowed says which are', async () => {
  const { put, delete: remove } = await mailchimpWorld()
  const answer = await put('/3.0/ping')
  expect(answer).toMatchObject({ status: 405, json: { title: 'Method Not Allowed' }, headers: { Allow: 'GET' } })
  expect((await remove('/3.0/lists')).headers.Allow).toBe('GET, POST')
})

test('a path that is too deep', async () => {
  const { get } = await mailchimpWorld()
  const { status, json } = await get('/3.0/lists/a/members/b/notes/c/more/d/deeper/e')
  expect({ status, title: json.title }).toEqual({ status: 414, title: 'Resource Nesting Too Deep' })
})

test('what is no JSON', async () => {
  const { post } = await mailchimpWorld()
  expect(await post('/3.0/lists', '{"name":')).toMatchObject({ status: 400, json: { title: 'JSON Parse Exception' } })
})

test('what lacks fields, and what is of another type', async () => {
  const { post, list } = await mailchimpWorld()
  const { id } = await list()
  const { json } = await post(`/3.0/lists/${id}/members`, { email_address: null })
  expect(json).toMatchObject({
    title: 'Invalid Resource',
    detail: "The resource submitted could not be validated. For field-specific details, see the 'errors' array.",
    errors: [
      { field: '', message: 'Required fields were not provided: status' },
      { field: 'email_address', message: 'Schema describes string, NULL found instead' },
    ],
  })
})

test('an address that is only an example', async () => {
  const { post, list } = await mailchimpWorld()
  const { id } = await list()
  const { status, json } = await post(`/3.0/lists/${id}/members`, {
    email_address: 'me@example.com',
    status: 'subscribed',
  })
  expect(status).toBe(400)
  expect(json).toMatchObject({
    title: 'Invalid Resource',
    detail: 'me@example.com looks fake or invalid, please enter a real email address.',
  })
  expect(json).not.toHaveProperty('errors')
})

test('examples are let in where the settings say so', async () => {
  const { post, list } = await mailchimpWorld({ settings: { mailchimp: { refuseExampleAddresses: false } } })
  const { id } = await list()
  const body = { email_address: 'me@example.com', status: 'subscribed' }
  expect((await post(`/3.0/lists/${id}/members`, body)).status).toBe(200)
})

test('a method may be overridden by POST only', async () => {
  const { post, get, list } = await mailchimpWorld()
  const { id } = await list()
  const headers = { 'x-http-method-override': 'PATCH' }
  expect(
    await post(
      `/3.0/lists/${id}`,
      { name: 'Other', permission_reminder: 'x', contact: {}, campaign_defaults: {} },
      { headers },
    ),
  ).toMatchObject({ status: 400 })
  const members = await post<{ id: string }>(`/3.0/lists/${id}/members`, {
    email_address: 'a@b.test',
    status: 'subscribed',
  })
  const changed = await post(`/3.0/lists/${id}/members/${members.json.id}`, { vip: true }, { headers })
  expect(changed.json).toMatchObject({ vip: true })
  expect(await get('/3.0/lists', undefined, { headers })).toMatchObject({
    status: 422,
    json: { title: 'Invalid Method Override' },
  })
})

test('fields that there are not', async () => {
  const { get, list } = await mailchimpWorld()
  await list()
  expect(await get('/3.0/lists?fields=nonsense')).toMatchObject({
    status: 422,
    json: { title: 'Requested Fields Invalid' },
  })
  expect((await get('/3.0/lists?fields=lists.name,total_items')).json).toEqual({
    lists: [{ name: 'News' }],
    total_items: 1,
  })
  const without = await get<{ lists: object[] }>('/3.0/lists?exclude_fields=lists._links,_links,constraints')
  expect(Object.keys(without.json)).toEqual(['lists', 'total_items'])
  expect(without.json.lists[0]).not.toHaveProperty('_links')
})

test('plain HTTP, where the settings ask for more', async () => {
  const { get } = await mailchimpWorld({ settings: { mailchimp: { requireHttps: true } } })
  expect((await get('/3.0/ping')).status).toBe(200)
  const answer = await get('/3.0/ping', undefined, { secure: false })
  expect(answer).toMatchObject({ status: 426, json: { detail: expect.stringContaining('via HTTPS rather than HTTP') } })
})

test('the eleventh request at a time', async () => {
  const { get, world } = await mailchimpWorld({ limits: true, frozen: false })
  world.faults.add({
    when: { vendor: 'mailchimp', operation: 'GET /3.0/ping' },
    effect: { kind: 'delay', milliseconds: 100 },
  })
  const answers = await Promise.all(Array.from({ length: 11 }, () => get('/3.0/ping')))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(200), 429])
  const refused = answers.find(({ status }) => status === 429)
  expect(refused?.json).toMatchObject({ detail: 'You have exceeded the limit of 10 simultaneous connections.' })
  expect(refused?.headers).not.toHaveProperty('Retry-After')
  expect((await get('/3.0/ping')).status).toBe(200)
})

test.each(Object.keys(glossary).filter((name) => name !== 'NotSimulated'))('X-Trigger-Error: %s', async (name) => {
  const { get } = await mailchimpWorld()
  const { status, title, detail } = glossary[name as keyof typeof glossary]
  const answer = await get('/3.0/ping', undefined, { headers: { 'x-trigger-error': name } })
  expect(answer).toMatchObject({ status, json: { status, title, detail } })
})

test('a time is what the world says it is', async () => {
  const { list, get } = await mailchimpWorld()
  const { id } = await list()
  expect((await get(`/3.0/lists/${id}`)).json).toMatchObject({
    date_created: new Date(NOW).toISOString().replace('.000Z', '+00:00'),
  })
})
