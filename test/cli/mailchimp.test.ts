import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailchimp } from '../../mocks/mailchimp/index.js'
import { openReceiver, type Received } from '../../src/cli/commands/receiver.js'
import { main } from '../../src/cli/main.js'
import { machine, session, standin, started } from './harness.js'

const on = machine()
const catalog = { mailchimp: async () => mailchimp }
let sandbox: Awaited<ReturnType<typeof started>>
let list: string
beforeAll(async () => {
  sandbox = await started(on, ['--frozen', '--port-base', '0'], { catalog })
  list = (await post('/3.0/lists', LIST)).id
})
afterAll(() => sandbox.stop())

const LIST = {
  name: 'News',
  permission_reminder: 'You signed up.',
  email_type_option: true,
  contact: { company: 'Acme', address1: '1 Road', city: 'Town', country: 'US' },
  campaign_defaults: { from_name: 'Acme', from_email: 'acme@acme.test', subject: '', language: 'en' },
}
const LETTER = { from_email: 'shop@example.com', subject: 'Hello', text: 'Hi' }

// biome-ignore lint/suspicious/noExplicitAny: what a test looks into
async function post(path: string, body: object): Promise<any> {
  const authorization = `Basic ${Buffer.from(`x:${sandbox.key}`).toString('base64')}`
  const headers = { authorization, 'content-type': 'application/json' }
  const response = await fetch(sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

function mandrillKey(): string {
  const credentials: { variable: string; value: string }[] = sandbox.info.vendors[0].credentials
  return credentials.find(({ variable }) => variable === 'MANDRILL_API_KEY')?.value ?? ''
}

test('forget-proof says where somebody is, and that nothing is left', async () => {
  const { id } = await post(`/3.0/lists/${list}/members`, { email_address: 'ada@lovelace.test', status: 'subscribed' })
  const message = { ...LETTER, to: [{ email: 'ada@lovelace.test' }] }
  await post('/api/1.0/messages/send', { key: mandrillKey(), message })
  const before = await standin(on, ['forget-proof', 'Ada@Lovelace.test'], { catalog })
  expect(before.code).toBe(1)
  expect(before.out).toMatch(/state │ mailchimp │ lists\/members +│ 1/)
  expect(before.out).toMatch(/state │ mailchimp │ mandrill_message +│ 1/)
  expect(before.out).not.toContain('lovelace')
  await post(`/3.0/lists/${list}/members/${id}/actions/delete-permanent`, {})
  const after = await standin(on, ['forget-proof', 'ada@lovelace.test'], { catalog })
  expect(after).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is left') })
  const json = await standin(on, ['forget-proof', 'ada@lovelace.test', '--json'], { catalog })
  expect(json.json).toMatchObject({ forgotten: true, traces: [] })
})

test('webhooks listen hears of both APIs, each in its own form', async () => {
  const received: Received[] = []
  const receiver = await openReceiver((one) => received.push(one))
  const own = session(on)
  const ended = main(['webhooks', 'listen', '--forward', receiver.url, '--json'], own.terminal, { catalog })
  await own.printed('secret')
  await post(`/3.0/lists/${list}/members`, { email_address: 'grace@hopper.test', status: 'subscribed' })
  await standin(on, ['clock', 'advance', '10s'], { catalog })
  await own.printed('"delivered"')
  await post('/api/1.0/messages/send', {
    key: mandrillKey(),
    message: { ...LETTER, to: [{ email: 'grace@hopper.test' }] },
  })
  await standin(on, ['clock', 'advance', '2m'], { catalog })
  await own.printed(/(?:"delivered"[\s\S]*){2}/)
  const headers = received.map(({ headers: sent }) => Object.keys(sent).find((name) => name.endsWith('-signature')))
  expect(headers).toEqual(['x-mailchimp-signature', 'x-mandrill-signature'])
  expect(new URLSearchParams(received[0]?.body).get('type')).toBe('subscribe')
  expect(new URLSearchParams(received[1]?.body).get('mandrill_events')).toContain('"event":"send"')
  const listed = await standin(on, ['webhooks', 'list', '--json'], { catalog })
  expect(listed.json.endpoints).toHaveLength(1)
  own.interrupt()
  expect(await ended).toBe(0)
  expect((await standin(on, ['webhooks', 'list', '--json'], { catalog })).json.endpoints).toEqual([])
  await receiver.close()
})
