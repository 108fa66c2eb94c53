import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Recorder } from '../../../src/engine/bundles/recorder.js'
import { createControl } from '../../../src/engine/control/control.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { controlled, TOKEN } from './harness.js'

// What the inspector asks of the control API, beside what the commands do.
async function withHook(url = 'http://localhost:3000/hook') {
  const shop = await controlled()
  const { data } = await shop.api('POST', '/worlds/default/webhooks', { url })
  return { ...shop, endpoint: data.endpoint as string }
}

test('a page of files is served with a policy that lets nothing in', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'index.html'), '<p>the page</p>')
  writeFileSync(join(folder, 'a.js'), 'one')
  writeFileSync(join(folder, 'secret.txt'), 'not of the page')
  const { sandbox } = await controlled()
  const control = createControl(sandbox, { token: TOKEN, inspector: folder })
  const get = async (target: string) => {
    const headers = { host: 'localhost' }
    const outcome = await control.handle({
      method: 'GET',
      target,
      host: 'localhost',
      headers,
      secure: false,
      body: Buffer.from(''),
    })
    if (outcome.kind !== 'reply') throw new Error('No reply.')
    return outcome
  }
  const page = await get('/')
  expect(String(page.body)).toBe('<p>the page</p>')
  expect(page.headers['Content-Security-Policy']).toMatch(
    /default-src 'none'.*frame-ancestors 'none'.*script-src 'self'/,
  )
  expect(page.headers['Content-Security-Policy']).not.toMatch(/unsafe|\*|data:|https?:/)
  expect(page.headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' })
  expect((await get('/inspector/a.js')).headers['Content-Type']).toContain('text/javascript')
  for (const target of ['/inspector/secret.txt', '/inspector/../a.js', '/inspector/%2e%2e/x', '/inspector/', '/a.js']) {
    expect((await get(target)).status, target).toBe(404)
  }
})

test('without a built page there is a plain one', async () => {
  const { raw } = await controlled()
  expect(String((await raw({ target: '/' })).body)).toContain('<h1>Standin')
})

test('a request is given as it was sent, with a shell variable in place of its key', async () => {
  const { api, shop, key } = await controlled()
  await shop('POST', '/things', `name=it's&size=1`)
  const [entry] = (await api('GET', '/worlds/default/logs')).data.entries
  const { curl } = (await api('GET', `/worlds/default/logs/${entry.id}`)).data
  expect(curl).toContain(`--data-binary 'name=it'\\''s&size=1'`)
  expect(curl).toMatch(/Authorization: Bearer \$\w+"/i)
  expect(curl).not.toContain(key())
})

test('all that happens is told in batches, and a reset begins anew', async () => {
  const { raw, api, shop } = await withHook()
  const client = new AbortController()
  const reply = await raw({
    target: '/_standin/worlds/default/live?what=requests,deliveries,timeline',
    signal: client.signal,
  })
  const live = (reply.body as unknown as AsyncIterable<string>)[Symbol.asyncIterator]()
  const next = async () => String((await live.next()).value)
  const first = await next()
  expect(first).toContain('event: world')
  for (let i = 0; i < 5; i++) await shop('POST', '/things', 'name=a&size=1')
  const batch = JSON.parse(/event: batch\ndata: (.*)/.exec(await next())?.[1] ?? '{}')
  expect(batch.requests).toHaveLength(5)
  expect(batch.deliveries).toHaveLength(5)
  expect(batch.timeline.length).toBeGreaterThanOrEqual(5)
  await api('POST', '/worlds/default/reset')
  expect(await next()).toContain('event: world')
  client.abort()
})

test('an object is given with what became of it, without secrets', async () => {
  const { api, shop } = await controlled()
  const made = await shop('POST', '/things', 'name=a&size=1')
  const { id } = JSON.parse(String(made.kind === 'reply' ? made.body : ''))
  const { data } = await api('GET', `/worlds/default/state/shop/things/${id}`)
  expect(data.row).toMatchObject({ id, name: 'a' })
  expect(data.history).toMatchObject([
    {
      by: { kind: 'request', method: 'POST', changes: [{ of: 'things', id, change: 'made' }, { of: 'events' }] },
      row: { id },
    },
  ])
  const missing = await api('GET', '/worlds/default/state/shop/things/none')
  expect(missing).toMatchObject({ status: 404, data: { error: { code: 'SANDBOX_NOT_FOUND' } } })
})

test('what is to come is told, soonest first', async () => {
  const { api, sandbox } = await withHook('http://localhost:3000/bad')
  await api('POST', '/worlds/default/events', { type: 'thing.lost' })
  await sandbox.settled()
  const { data } = await api('GET', '/worlds/default/clock/next')
  expect(data.upcoming[0]).toMatchObject({ kind: 'delivery', vendor: 'shop', what: 'thing.lost' })
  await api('POST', '/worlds/default/clock/advance', { to: data.upcoming[0].due })
  const [delivery] = (await api('GET', '/worlds/default/deliveries')).data.deliveries
  expect(delivery.attempts).toHaveLength(2)
})

test('a delivery is shown as the request that it is, and sent with another body', async () => {
  const { api, sent } = await withHook()
  const made = await api('POST', '/worlds/default/events', { type: 'thing.lost' })
  const [{ id }] = made.data.deliveries
  const shown = (await api('GET', `/worlds/default/deliveries/${id}`)).data
  expect(shown.request).toMatchObject({ method: 'POST', url: 'http://localhost:3000/hook' })
  const before = sent.length
  const edited = await api('POST', `/worlds/default/deliveries/${id}/edited`, { body: '{"edited":true}' })
  expect(edited.data).toMatchObject({ id, status: 200, accepted: true })
  expect(sent.length).toBe(before + 1)
  expect((await api('POST', '/worlds/default/deliveries/none/edited', { body: '' })).status).toBe(404)
})

test('nothing that was edited goes to a host that is not allowed', async () => {
  const { api, sent } = await withHook('https://elsewhere.example/hook')
  const made = await api('POST', '/worlds/default/events', { type: 'thing.lost' })
  const [{ id, state }] = made.data.deliveries
  expect(state).toBe('held')
  const edited = await api('POST', `/worlds/default/deliveries/${id}/edited`, { body: '{}' })
  expect(edited).toMatchObject({ status: 403, data: { error: { code: 'SANDBOX_FORBIDDEN' } } })
  expect(sent).toEqual([])
})

test('a bundle that was saved is replayed from its file, and what is none is refused', async () => {
  const { sandbox, shop } = await controlled()
  const recorder = new Recorder(sandbox)
  const control = createControl(sandbox, { token: TOKEN, recorder })
  await shop('POST', '/things', 'name=a&size=1')
  const send = async (method: string, target: string, body: Uint8Array = Buffer.from('')) => {
    const headers = { host: 'localhost', authorization: `Bearer ${TOKEN}`, 'content-type': 'application/gzip' }
    const outcome = await control.handle({ method, target, host: 'localhost', headers, secure: false, body })
    if (outcome.kind !== 'reply') throw new Error('No reply.')
    return outcome
  }
  const saved = await send('GET', '/_standin/worlds/default/bundle')
  const bytes = saved.body as Uint8Array
  expect(gunzipSync(bytes).length).toBeGreaterThan(0)
  const replayed = await send('POST', '/_standin/bundles/replay', bytes)
  expect(JSON.parse(String(replayed.body))).toMatchObject({ first: null, requests: 1, total: 1, world: 'default' })
  expect((await send('POST', '/_standin/bundles/replay', Buffer.from('nothing'))).status).toBe(400)
  recorder.close()
})
