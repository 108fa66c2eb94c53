import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DeliveryRequest } from '../../../../../src/engine/events/delivery.js'
import { account, HOUR, MINUTE } from '../support/account.js'

const URL_ = 'http://127.0.0.1:9/hook?x=1'
const to = [{ email: 'ada@example.com' }]

/** Checks a POST as the vendor's guide says, and gives its events. */
function eventsOf({ headers, body, url }: DeliveryRequest, key: string) {
  const parameters = new URLSearchParams(body)
  let signed = url
  for (const name of [...parameters.keys()].sort()) signed += name + parameters.get(name)
  expect(headers['X-Mandrill-Signature']).toBe(createHmac('sha1', key).update(signed, 'utf8').digest('base64'))
  expect([...parameters.keys()]).toEqual(['mandrill_events'])
  return JSON.parse(parameters.get('mandrill_events') ?? '')
}

async function listening(events: readonly string[], settings = {}) {
  const it = await account(settings)
  const hook = await it.ok('webhooks/add', { url: URL_, events })
  it.posts.length = 0
  return { ...it, hook, told: () => it.posts.map((post) => eventsOf(post, hook.auth_key)) }
}

test('a URL is asked by HEAD, then by a signed POST of nothing; one that answers neither is refused', async () => {
  const { ok, call, posts, answer } = await account()
  await ok('webhooks/add', { url: URL_ })
  expect(posts.map(({ method }) => method)).toEqual(['HEAD'])
  posts.length = 0
  answer(({ method }) => (method === 'HEAD' ? 405 : 200))
  await ok('webhooks/add', { url: URL_ })
  expect(posts.map(({ method }) => method)).toEqual(['HEAD', 'POST'])
  expect(eventsOf(posts[1] as DeliveryRequest, 'test-webhook')).toEqual([])
  answer(() => 404)
  const refused = await call('webhooks/add', { url: URL_ })
  expect(refused.json).toMatchObject({ name: 'ValidationError' })
  expect((await call('webhooks/add', { url: 'ftp://x' })).json.name).toBe('ValidationError')
  expect((await ok('webhooks/list')).length).toBe(2)
})

test('a host that may not be reached is not asked', async () => {
  const { ok, posts } = await account()
  await ok('webhooks/add', { url: 'https://hooks.shop.test/' })
  expect(posts).toEqual([])
})

test('events gather for a minute and go in one POST, signed', async () => {
  const { send, wait, told, ok, hook } = await listening(['send', 'delivered'])
  await send({ to, tags: ['a'], metadata: { no: 1 } })
  await send({ to })
  await wait(MINUTE - 1)
  expect(told()).toEqual([])
  await wait(1)
  const [events] = told()
  expect(events.map(({ event }: { event: string }) => event)).toEqual(['send', 'send', 'delivered', 'delivered'])
  expect(events[0]).toMatchObject({
    event: 'send',
    ts: 1768467600,
    msg: {
      email: 'ada@example.com',
      sender: 'shop@example.com',
      subject: 'Hello',
      tags: ['a'],
      state: 'sent',
      metadata: { no: 1 },
    },
  })
  expect(events[0]._id).toBe(events[0].msg._id)
  expect(await ok('webhooks/info', { id: hook.id })).toMatchObject({
    batches_sent: 1,
    events_sent: 4,
    last_error: null,
    created_at: '2026-01-15 09:00:00.00000',
    last_sent_at: '2026-01-15 09:01:00',
  })
})

test('a thousand events at most go in one POST', async () => {
  const { send, wait, told } = await listening(['send'], { transactionalHourlyQuota: 5000 })
  const many = Array.from({ length: 1001 }, (_, i) => ({ email: `a${i}@example.com` }))
  await send({ to: many })
  await wait(2 * MINUTE)
  expect(told().map((events) => events.length)).toEqual([1000, 1])
})

test('what fails is tried again, up to twenty times', async () => {
  const { send, wait, answer, posts, ok, hook } = await listening(['send'])
  answer(() => 500)
  await send({ to })
  await wait(MINUTE)
  expect(posts.length).toBe(1)
  expect((await ok('webhooks/info', { id: hook.id })).last_error).toContain('500')
  await wait(30 * MINUTE)
  expect(posts.length).toBe(2)
  expect(posts[1]?.body).toBe(posts[0]?.body)
  await wait(24 * HOUR)
  expect(posts.length).toBe(20)
})

test('one that was deleted hears nothing more', async () => {
  const { send, wait, posts, ok, hook } = await listening(['send'])
  await send({ to })
  await ok('webhooks/delete', { id: hook.id })
  await wait(HOUR)
  expect(posts).toEqual([])
})

test.each([
  ['hard_bounce', 'bounced'],
  ['soft_bounce', 'soft-bounced'],
  ['spam', 'spam'],
  ['unsub', 'unsub'],
  ['deferral', 'deferred'],
  ['open', 'sent'],
  ['click', 'sent'],
])('%s can be made to happen', async (event, state) => {
  const { send, wait, told, sandbox, view, change, ok } = await listening([event])
  const [result] = await send({ to })
  const rules = sandbox.runtime('mailchimp')?.definition.events
  change(() => rules?.trigger?.(event, view))
  await wait(2 * MINUTE)
  expect(
    told()
      .flat()
      .map((each) => each.event),
  ).toEqual([event])
  expect((await ok('messages/info', { id: result._id })).state).toBe(state)
})

test('changes of the lists are told without an event', async () => {
  const { ok, wait, told } = await listening(['blacklist', 'allowlist'])
  await ok('rejects/add', { email: 'eve@example.com' })
  await ok('allowlists/add', { email: 'eve@example.com' })
  await wait(MINUTE)
  expect(told().flat()).toMatchObject([
    { type: 'blacklist', action: 'add', reject: { email: 'eve@example.com', reason: 'custom' } },
    { type: 'blacklist', action: 'remove' },
    { type: 'whitelist', action: 'add', entry: { email: 'eve@example.com' } },
  ])
})

test('mail that comes in goes to the first route that it fits, apart from all else', async () => {
  const it = await account()
  await it.ok('inbound/add-domain', { domain: 'in.test' })
  expect(await it.ok('inbound/check-domain', { domain: 'in.test' })).toMatchObject({ valid_mx: true })
  await it.ok('inbound/add-route', { domain: 'in.test', pattern: 'help-*', url: URL_ })
  const raw = 'From: Ada <ada@example.com>\r\nTo: help-42@in.test\r\nSubject: Help\r\n\r\nPlease.'
  expect(await it.ok('inbound/send-raw', { raw_message: raw })).toEqual([
    { email: 'help-42@in.test', pattern: 'help-*', url: URL_ },
  ])
  expect(await it.ok('inbound/send-raw', { raw_message: raw, to: ['other@in.test'] })).toEqual([])
  expect((await it.call('inbound/send-raw', { raw_message: raw, to: ['a@no.test'] })).json.name).toBe(
    'Unknown_InboundDomain',
  )
  await it.wait(MINUTE)
  const [post] = it.posts
  const [hook] = it.tx.webhooks.all()
  expect(eventsOf(post as DeliveryRequest, hook?.authKey ?? '')).toMatchObject([
    {
      event: 'inbound',
      msg: { email: 'help-42@in.test', from_email: 'ada@example.com', subject: 'Help', text: 'Please.', sender: null },
    },
  ])
  expect(await it.ok('webhooks/list')).toEqual([])
})
