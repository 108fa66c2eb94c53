import { expect, test } from 'vitest'
import { account, HOUR, LETTER, MINUTE, NOW, SECOND } from './support/account.js'

test('a message is sent to each of its recipients', async () => {
  const { send, ok } = await account()
  const [ada, bob] = await send({
    to: [
      { email: 'ada@example.com', name: 'Ada' },
      { email: 'bob@example.com', type: 'cc' },
    ],
  })
  expect(ada).toEqual({
    email: 'ada@example.com',
    status: 'sent',
    reject_reason: null,
    queued_reason: null,
    _id: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  expect(bob._id).not.toBe(ada._id)
  expect(await ok('messages/info', { id: ada._id })).toMatchObject({
    state: 'sent',
    sender: 'shop@example.com',
    subject: 'Hello',
  })
})

test('an address that is none is invalid, a sender that is none an error, no sender a rejection', async () => {
  const { send, call } = await account()
  expect((await send({ to: [{ email: 'nobody' }] }))[0]).toMatchObject({ status: 'invalid', reject_reason: 'invalid' })
  const to = [{ email: 'ada@example.com' }]
  const wrong = await call('messages/send', { message: { ...LETTER, from_email: '@example.com', to } })
  expect([wrong.status, wrong.json.name]).toEqual([500, 'ValidationError'])
  expect(wrong.json.message).toContain('email address is invalid')
  expect((await send({ from_email: null, to }))[0]).toMatchObject({
    status: 'rejected',
    reject_reason: 'invalid-sender',
  })
})

test('a domain that is not verified signs nothing, until it is verified and checked', async () => {
  const { send, ok, get, tx } = await account()
  const message = { from_email: 'ada@shop.test', to: [{ email: 'bob@example.com' }] }
  expect((await send(message))[0]).toMatchObject({ status: 'rejected', reject_reason: 'unsigned' })
  await ok('senders/add-domain', { domain: 'shop.test' })
  await ok('senders/check-domain', { domain: 'shop.test' })
  expect((await send(message))[0].reject_reason).toBe('unsigned')
  expect(await ok('senders/verify-domain', { domain: 'shop.test', mailbox: 'postmaster' })).toMatchObject({
    status: 'sent',
  })
  const link = /href="([^"]+)"/.exec(tx.notices.all()[0]?.html ?? '')?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await get(link.replace(/k=.*/, 'k=guess'))).status).toBe(404)
  expect((await get(link)).status).toBe(200)
  expect((await send(message))[0]).toMatchObject({ status: 'sent' })
  expect(await ok('senders/verify-domain', { domain: 'shop.test', mailbox: 'x' })).toMatchObject({
    status: 'already_verified',
  })
})

test.each([
  ['async', { async: true }, 1, null],
  ['eleven recipients', {}, 11, 'multiple-recipients'],
])('%s are sent in the background', async (_, more, count, reason) => {
  const { send, ok, wait } = await account()
  const to = Array.from({ length: count }, (_unused, i) => ({ email: `a${i}@example.com` }))
  const results = await send({ to }, more)
  expect(results[0]).toMatchObject({ status: 'queued', queued_reason: reason })
  await wait(SECOND)
  expect((await ok('messages/info', { id: results[0]._id })).state).toBe('sent')
})

test('what has attachments is queued, and keeps them', async () => {
  const { send, ok, call } = await account()
  const to = [{ email: 'ada@example.com' }]
  const attachments = [{ name: 'a.txt', type: 'text/plain', content: Buffer.from('hi').toString('base64') }]
  const [result] = await send({ to, attachments })
  expect(result).toMatchObject({ status: 'queued', queued_reason: 'attachments' })
  expect((await ok('messages/content', { id: result._id })).attachments).toEqual(attachments)
  const broken = await call('messages/send', { message: { ...LETTER, to, attachments: [{ name: 'a', content: 'ä' }] } })
  expect(broken.json.name).toBe('ValidationError')
})

test('what is scheduled is sent at its time, can be moved, and taken back', async () => {
  const { send, ok, call, wait } = await account()
  const to = [{ email: 'ada@example.com' }]
  const [first] = await send({ to }, { send_at: '2026-01-15 10:00:00' })
  const [second] = await send({ to }, { send_at: '2026-01-15 10:00:00' })
  expect(first.status).toBe('scheduled')
  expect((await ok('messages/list-scheduled')).map(({ _id }: { _id: string }) => _id)).toEqual([first._id, second._id])
  expect(await ok('messages/reschedule', { id: first._id, send_at: '2026-01-15 12:00:00' })).toMatchObject({
    send_at: '2026-01-15 12:00:00',
    to: 'ada@example.com',
  })
  await ok('messages/cancel-scheduled', { id: second._id })
  await wait(HOUR)
  expect((await ok('messages/list-scheduled')).length).toBe(1)
  expect((await call('messages/cancel-scheduled', { id: second._id })).json.name).toBe('Unknown_Message')
  await wait(2 * HOUR)
  expect((await ok('messages/info', { id: first._id })).state).toBe('sent')
  expect((await ok('messages/info', { id: second._id })).state).toBe('canceled')
  expect((await send({ to }, { send_at: '2020-01-01 00:00:00' }))[0].status).toBe('sent')
})

test('past the quota mail waits for the next hour', async () => {
  const { send, ok, wait } = await account()
  await ok('subaccounts/add', { id: 'cust', custom_quota: 2 })
  const message = { subaccount: 'cust', to: [{ email: 'ada@example.com' }] }
  const statuses = []
  for (let i = 0; i < 3; i++) statuses.push((await send(message))[0])
  expect(statuses.map(({ status }) => status)).toEqual(['sent', 'sent', 'queued'])
  expect(statuses[2].queued_reason).toBe('hourly-quota-exhausted')
  expect(await ok('subaccounts/info', { id: 'cust' })).toMatchObject({ sent_hourly: 2, hourly_quota: 2, sent_total: 2 })
  await wait(HOUR)
  expect((await ok('messages/info', { id: statuses[2]._id })).state).toBe('sent')
})

test("the account's own quota holds too, while limits do", async () => {
  const { send } = await account({ transactionalHourlyQuota: 1 })
  const to = [{ email: 'ada@example.com' }]
  await send({ to })
  expect((await send({ to }))[0]).toMatchObject({ status: 'queued', queued_reason: 'hourly-quota-exhausted' })
})

test('a paused subaccount keeps its mail until it is resumed', async () => {
  const { send, ok, wait } = await account()
  await ok('subaccounts/add', { id: 'cust' })
  await ok('subaccounts/pause', { id: 'cust' })
  const [result] = await send({ subaccount: 'cust', to: [{ email: 'ada@example.com' }] })
  expect(result).toMatchObject({ status: 'queued', queued_reason: 'sending-paused' })
  await wait(HOUR)
  expect((await ok('messages/info', { id: result._id })).state).toBe('queued')
  await ok('subaccounts/resume', { id: 'cust' })
  await wait(0)
  expect((await ok('messages/info', { id: result._id })).state).toBe('sent')
})

test.each([
  ['hard_bounce', 'bounced', 'hard-bounce', 7 * 24],
  ['soft_bounce', 'soft-bounced', 'soft-bounce', 24],
  ['spam', 'spam', 'spam', 365 * 24],
] as const)('mail to %s@test.mandrillapp.com is %s, and the address denied', async (user, state, reason, hours) => {
  const { send, ok, wait } = await account()
  const to = [{ email: `${user}@test.mandrillapp.com` }]
  const [result] = await send({ to })
  expect(result.status).toBe('sent')
  await wait(2 * MINUTE)
  expect((await ok('messages/info', { id: result._id })).state).toBe(state)
  const [reject] = await ok('rejects/list', { email: to[0]?.email })
  expect(reject).toMatchObject({ reason, expired: false })
  expect((await send({ to }))[0]).toMatchObject({ status: 'rejected', reject_reason: reason })
  const lasts =
    Date.parse(`${reject.expires_at.replace(' ', 'T')}Z`) - Date.parse(`${reject.last_event_at.replace(' ', 'T')}Z`)
  expect(lasts).toBe(hours * HOUR)
  await wait(lasts)
  expect((await send({ to }))[0].status).toBe('sent')
})

test('reject@test.mandrillapp.com is rejected at once', async () => {
  const { send } = await account()
  expect((await send({ to: [{ email: 'reject@test.mandrillapp.com' }] }))[0].status).toBe('rejected')
})

test('a test key sends apart: no quota, no domain, no denylist, and its mail is its own', async () => {
  const { send, ok, call, keys, wait } = await account({ transactionalHourlyQuota: 0 })
  const as = { key: keys.test }
  const to = [{ email: 'hard_bounce@test.mandrillapp.com' }]
  const [result] = await send({ from_email: 'ada@anywhere.test', to }, {}, as)
  expect(result.status).toBe('sent')
  await wait(MINUTE)
  expect((await ok('messages/info', { id: result._id }, as)).state).toBe('bounced')
  expect((await call('messages/info', { id: result._id })).json.name).toBe('Unknown_Message')
  expect(await ok('rejects/list')).toEqual([])
  expect((await ok('users/info')).stats.all_time.sent).toBe(0)
})

test('a test key sends ten thousand a day', async () => {
  const { send, keys, wait, change, tx } = await account()
  change(() => tx.hours.put({ id: `test@${Math.floor(NOW / (24 * HOUR))}`, count: 10_000 }))
  const to = [{ email: 'ada@example.com' }]
  expect((await send({ to }, {}, { key: keys.test }))[0]).toMatchObject({
    status: 'rejected',
    reject_reason: 'test-mode-limit',
  })
  await wait(24 * HOUR)
  expect((await send({ to }, {}, { key: keys.test }))[0].status).toBe('sent')
})

test('an allowed address is never denied, and a denied one comes off the list', async () => {
  const { send, ok, call, wait } = await account()
  const email = 'hard_bounce@test.mandrillapp.com'
  await ok('rejects/add', { email, comment: 'by hand' })
  expect((await ok('rejects/list'))[0]).toMatchObject({ reason: 'custom', detail: 'by hand' })
  expect((await send({ to: [{ email }] }))[0].reject_reason).toBe('custom')
  expect(await ok('allowlists/add', { email })).toEqual({ email, added: true })
  expect(await ok('rejects/list')).toEqual([])
  expect(await ok('whitelists/list')).toEqual(await ok('allowlists/list'))
  expect((await send({ to: [{ email }] }))[0].status).toBe('sent')
  await wait(MINUTE)
  expect(await ok('rejects/list')).toEqual([])
  expect(await ok('rejects/add', { email })).toEqual({ email, added: false })
  expect(await ok('allowlists/delete', { email })).toEqual({ email, deleted: true })
  expect((await call('rejects/delete', { email })).json.name).toBe('Invalid_Reject')
})
