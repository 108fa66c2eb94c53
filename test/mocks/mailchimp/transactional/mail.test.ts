import { expect, test } from 'vitest'
import { createControl } from '../../../../src/engine/control/control.js'
import type { Reply } from '../../../../src/engine/exchange.js'
import { setupSandbox } from '../../../../src/index.js'
import { account } from './support/account.js'

async function controlled() {
  const it = await account()
  const control = createControl(it.sandbox, { token: 'token' })
  const get = async (path: string) => {
    const target = `/_standin/worlds/default/mail${path}`
    const headers = { host: '127.0.0.1' }
    const outcome = await control.handle({
      method: 'GET',
      target,
      host: '127.0.0.1',
      secure: false,
      headers,
      body: Buffer.from(''),
    })
    const { status, headers: sent, body } = outcome as Reply
    return { status, headers: sent as Record<string, string>, text: String(body) }
  }
  return { ...it, get, json: async (path: string) => JSON.parse((await get(path)).text) }
}

const to = [{ email: 'ada@example.com', name: 'Ada' }]
const NASTY =
  '<script>alert(1)</script><img src=x onerror=alert(2)><form action="https://evil.test"><input name=a></form>'

test('what was sent is listed, newest first, and read whole', async () => {
  const { send, wait, json, get } = await controlled()
  const attachments = [{ name: 'a.txt', type: 'text/plain', content: Buffer.from('hi').toString('base64') }]
  const [first] = await send({
    to,
    subject: 'One *|A|*',
    html: '<b>*|A|*</b>',
    global_merge_vars: [{ name: 'a', content: '1' }],
  })
  await wait(1000)
  await send({ to: [{ email: 'bob@example.com' }], subject: 'Two', attachments })
  const { mail } = await json('')
  expect(
    mail.map(({ to: address, subject, state, vendor }: Record<string, string>) => [address, subject, state, vendor]),
  ).toEqual([
    ['bob@example.com', 'Two', 'queued', 'mailchimp'],
    ['ada@example.com', 'One 1', 'sent', 'mailchimp'],
  ])
  expect((await json('?to=ADA')).mail.length).toBe(1)
  const whole = await json(`/mailchimp/${first._id}`)
  expect(whole).toMatchObject({
    from: 'shop@example.com',
    to: 'ada@example.com',
    subject: 'One 1',
    at: '2026-01-15T09:00:00.000Z',
  })
  expect(whole.html).toContain('<b>1</b>')
  expect(Object.fromEntries(whole.headers).To).toBe('Ada <ada@example.com>')
  expect(whole.raw).toMatch(/^Date: .*\r\nFrom: shop@example\.com\r\n/)
  expect((await json(`/mailchimp/${mail[0].id}`)).attachments).toEqual([
    { name: 'a.txt', type: 'text/plain', bytes: 2 },
  ])
  expect((await get('/mailchimp/nobody')).status).toBe(404)
})

test('a page shows it, and nothing in it can run, load or send', async () => {
  const { send, get } = await controlled()
  const [result] = await send({ to, subject: '<script>alert(0)</script>', html: NASTY, track_opens: false })
  const list = await get('/page')
  const page = await get(`/mailchimp/${result._id}/page`)
  for (const { headers, text } of [list, page]) {
    expect(headers['Content-Security-Policy']).toMatch(
      /^default-src 'none';.*frame-ancestors 'none'; style-src 'sha256-/,
    )
    expect(headers['X-Frame-Options']).toBe('DENY')
    expect(text).not.toContain('<script')
  }
  expect(page.text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
  const body = await get(`/mailchimp/${result._id}/body`)
  expect(body.text).toContain(NASTY)
  expect(body.headers['Content-Security-Policy']).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox",
  )
})

test('in a test, mail is read from the world', async () => {
  const sandbox = await setupSandbox({ vendors: ['mailchimp'] })
  sandbox.listen()
  try {
    const message = { from_email: 'shop@example.com', subject: 'Hi', text: 'Hello', to }
    const body = JSON.stringify({ key: sandbox.env.MANDRILL_API_KEY, message })
    await fetch('https://mandrillapp.com/api/1.0/messages/send', { method: 'POST', body })
    expect(sandbox.mail({ to: 'ada' })).toMatchObject([{ subject: 'Hi', text: 'Hello', to: 'ada@example.com' }])
    expect(sandbox.mail({ to: 'bob' })).toEqual([])
  } finally {
    sandbox.close()
  }
})
