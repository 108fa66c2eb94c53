import { expect, test } from 'vitest'
import { tracesOf } from '../../../../src/engine/privacy/traces.js'
import { account, MINUTE } from './support/account.js'

const ADA = 'ada@lovelace.test'
/** Their address ends as hers does. */
const OTHER = 'nada@lovelace.test'
const FRIEND = 'charles@babbage.test'

/** Somebody of whom Transactional knows all that it can know of one, beside another person. */
async function known() {
  const it = await account({ allowUnsignedDomains: true })
  await it.ok('webhooks/add', { url: 'http://127.0.0.1:9/hook', events: ['send', 'open', 'reject'] })
  await it.ok('allowlists/add', { email: FRIEND, comment: `a friend of ${ADA}` })
  const to = [{ email: ADA, name: 'Ada' }, { email: OTHER }]
  const merge_vars = [ADA, OTHER].map((rcpt) => ({ rcpt, vars: [{ name: 'WHO', content: rcpt }] }))
  const recipient_metadata = [{ rcpt: ADA, values: { number: 1 } }]
  await it.send({ to, merge_vars, recipient_metadata, html: '<p>Dear *|WHO|*</p>', preserve_recipients: true })
  await it.send({ to: [{ email: ADA }] }, { send_at: '2026-02-01 00:00:00' })
  await it.ok('exports/activity', { notify_email: ADA })
  await it.ok('exports/allowlist')
  await it.wait(2 * MINUTE)
  await it.ok('rejects/add', { email: ADA })
  await it.ok('rejects/add', { email: OTHER })
  await it.send({ to: [{ email: ADA }] })
  await it.ok('exports/rejects')
  return it
}

/** The account's other API: puts her into an audience, and deletes her for good. */
async function erase(it: Awaited<ReturnType<typeof known>>): Promise<number> {
  const authorization = `Basic ${Buffer.from(`x:${it.view.account.apiKey}`).toString('base64')}`
  const ask = async (target: string, body: object) => {
    const sent = { method: 'POST', target, host: 'localhost', vendor: 'mailchimp', secure: true }
    const headers = { host: 'localhost', authorization, 'content-type': 'application/json' }
    const outcome = await it.sandbox.handle({ ...sent, headers, body: Buffer.from(JSON.stringify(body)) })
    if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
    return { status: outcome.status, json: outcome.body ? JSON.parse(String(outcome.body)) : undefined }
  }
  const list = await ask('/3.0/lists', {
    name: 'News',
    permission_reminder: 'x',
    email_type_option: true,
    contact: { company: 'A', address1: '1', city: 'B', country: 'US' },
    campaign_defaults: { from_name: 'A', from_email: 'a@a.test', subject: '', language: 'en' },
  })
  const members = `/3.0/lists/${list.json.id}/members`
  const { json } = await ask(members, { email_address: ADA, status: 'subscribed' })
  return (await ask(`${members}/${json.id}/actions/delete-permanent`, {})).status
}

test('who is looked for is found in every place', async () => {
  const it = await known()
  const found = tracesOf(it.world, ADA).map(({ table, where }) => table ?? where)
  expect(found).toEqual(
    expect.arrayContaining([
      'mandrill_message',
      'mandrill_mailing',
      'mandrill_reject',
      'mandrill_allowed',
      'mandrill_pending',
      'mandrill_batch',
      'mandrill_export',
      'mandrill_notice',
    ]),
  )
  expect(it.failures).toEqual([])
})

test('deleted for good in the last audience, nothing is left in Transactional either; what is of others stays', async () => {
  const it = await known()
  expect(await erase(it)).toBe(204)
  const others = it.tx.messages.all().map(({ email }) => email)
  expect(others).toEqual([OTHER])
  expect(it.tx.rejects.all().map(({ email }) => email)).toEqual([OTHER])
  expect(it.tx.allowed.all()).toMatchObject([{ id: FRIEND, detail: '' }])
  const [, allowlist] = it.tx.exports.all()
  expect(allowlist?.csv).toMatch(/^Email,Detail,Created\r\n$/)
  const everything = it.world.allTables.flatMap((table) => table.all())
  // The other one's address has hers in it.
  const text = JSON.stringify(everything).replaceAll(OTHER, '').replaceAll(encodeURIComponent(OTHER), '')
  expect(text.toLowerCase()).not.toContain(ADA)
  // Nothing that waited for her is sent.
  await it.wait(60 * 24 * 60 * MINUTE)
  expect(it.tx.messages.all().some(({ email }) => email === ADA)).toBe(false)
  expect(it.failures).toEqual([])
})

test('who is the only one leaves nothing at all, in deliveries and the log neither', async () => {
  const it = await account({ allowUnsignedDomains: true })
  await it.ok('webhooks/add', { url: 'http://127.0.0.1:9/hook', events: ['send'] })
  await it.ok('allowlists/add', { email: ADA })
  await it.send({ to: [{ email: ADA }] })
  await it.wait(2 * MINUTE)
  expect(it.posts.some(({ body }) => body.includes(encodeURIComponent(ADA)))).toBe(true)
  expect(await erase(it)).toBe(204)
  expect(tracesOf(it.world, ADA)).toEqual([])
})
