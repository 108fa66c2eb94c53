import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { signatureHeader } from '../../../../mocks/mailchimp/webhooks/signature.js'
import { mailchimpWorld } from '../../../support/mailchimp.js'

const ada = { email_address: 'ada@lovelace.test', status: 'subscribed', merge_fields: { FNAME: 'Ada' } }

/** The vendor's documented check, written anew: the header's parts, the age, the digest. */
function verify(header: string, body: string, secret: string, now: number): boolean {
  const parts = new Map(header.split(',').map((part) => part.split('=', 2) as [string, string]))
  const t = Number(parts.get('t'))
  if (!Number.isInteger(t) || Math.abs(now - t) > 300) return false
  const mac = createHmac('sha256', secret)
  mac.update(String(t))
  mac.update('.')
  mac.update(body)
  return mac.digest('hex') === parts.get('v1')
}

test('the vector of the facts', () => {
  const body =
    'type=subscribe&fired_at=2009-03-26+21%3A35%3A57&data%5Bid%5D=8a25ff1d98&data%5Blist_id%5D=a6b5da1054&data%5Bemail%5D=api%40mailchimp.com'
  const v1 = '65fc5c96c4594c122944c28a14f3481a24b91d6fd1b0513f0ca8b65d41da46c0'
  expect(signatureHeader(body, 'whsec_test', 1718000000)).toBe(`t=1718000000,v1=${v1}`)
  expect(verify(`t=1718000000,v1=${v1}`, body, 'whsec_test', 1718000100)).toBe(true)
  expect(verify(`t=1718000000,v1=${v1}`, body, 'whsec_test', 1718000301)).toBe(false)
})

test('a subscription is told, form-encoded and signed with the secret that was shown once', async () => {
  const { post, get, list, receiver, settled } = await mailchimpWorld()
  const { id } = await list()
  const hook = receiver()
  const made = await post<{ id: string; signing_secret: string }>(`/3.0/lists/${id}/webhooks`, { url: hook.url })
  expect(hook.checked).toMatchObject([{ method: 'GET', headers: { 'User-Agent': 'MailChimp.com WebHook Validator' } }])
  expect(made.json).toMatchObject({ signing_enabled: true, signing_secret: expect.stringMatching(/^whsec_/) })
  const shown = await get(`/3.0/lists/${id}/webhooks/${made.json.id}`)
  expect(shown.json).toMatchObject({ signing_enabled: true, signing_secret: '' })

  const member = await post<{ unique_email_id: string; web_id: number }>(`/3.0/lists/${id}/members`, ada)
  await settled()
  const [request] = hook.received
  expect(request?.headers).toMatchObject({
    'Content-Type': 'application/x-www-form-urlencoded',
    'User-Agent': 'MailChimp.com',
  })
  expect(hook.forms()[0]).toMatchObject({
    type: 'subscribe',
    fired_at: '2026-01-01 00:00:00',
    'data[id]': member.json.unique_email_id,
    'data[list_id]': id,
    'data[email]': 'ada@lovelace.test',
    'data[email_type]': 'html',
    'data[merges][EMAIL]': 'ada@lovelace.test',
    'data[merges][FNAME]': 'Ada',
    'data[web_id]': String(member.json.web_id),
  })
  const header = request?.headers['X-Mailchimp-Signature'] ?? ''
  expect(verify(header, request?.body ?? '', made.json.signing_secret, Date.now() / 1000)).toBe(true)
  expect(verify(header, `${request?.body} `, made.json.signing_secret, Date.now() / 1000)).toBe(false)
})

test('one of the older kind is not signed', async () => {
  const { post, list, receiver, settled } = await mailchimpWorld()
  const { id } = await list()
  const hook = receiver()
  await post(`/3.0/lists/${id}/webhooks`, { url: hook.url, signing_enabled: false })
  await post(`/3.0/lists/${id}/members`, ada)
  await settled()
  expect(hook.received[0]?.headers).not.toHaveProperty('X-Mailchimp-Signature')
})

test('each change has its event', async () => {
  const { post, patch, list, receiver, settled } = await mailchimpWorld()
  const { id } = await list()
  const hook = receiver()
  await post(`/3.0/lists/${id}/webhooks`, { url: hook.url })
  const { json } = await post<{ id: string }>(`/3.0/lists/${id}/members`, ada)
  const change = (body: object, hash = json.id) => patch<{ id: string }>(`/3.0/lists/${id}/members/${hash}`, body)
  await change({ vip: true })
  const moved = await change({ email_address: 'countess@lovelace.test' })
  await change({ status: 'unsubscribed' }, moved.json.id)
  await change({ status: 'cleaned' }, moved.json.id)
  await settled()
  expect(hook.types()).toEqual(['subscribe', 'profile', 'upemail', 'profile', 'unsubscribe', 'cleaned'])
  const forms = hook.forms()
  expect(forms[2]).toMatchObject({
    'data[old_email]': 'ada@lovelace.test',
    'data[new_email]': 'countess@lovelace.test',
  })
  expect(forms[2]).not.toHaveProperty('data[email]')
  expect(forms[4]).toMatchObject({ 'data[action]': 'unsub', 'data[reason]': 'manual' })
  expect(forms[5]).toMatchObject({ 'data[reason]': 'hard', 'data[email]': 'countess@lovelace.test' })
})

test('what the API does is told only to those who ask for that source', async () => {
  const { post, list, receiver, settled } = await mailchimpWorld()
  const { id } = await list()
  const hook = receiver()
  await post(`/3.0/lists/${id}/webhooks`, { url: hook.url, sources: { user: true, admin: true, api: false } })
  await post(`/3.0/lists/${id}/members`, ada)
  await settled()
  expect(hook.received).toEqual([])
})

test('pending is told once it is confirmed', async () => {
  const { post, list, receiver, settled, visit, view } = await mailchimpWorld()
  const { id } = await list()
  const hook = receiver()
  await post(`/3.0/lists/${id}/webhooks`, { url: hook.url })
  const { json } = await post<{ id: string; unique_email_id: string }>(`/3.0/lists/${id}/members`, {
    ...ada,
    status: 'pending',
  })
  await settled()
  expect(hook.received).toEqual([])
  const [mail] = view.mails.all()
  const page = await visit('GET', mail?.link ?? '')
  expect(page.status).toBe(200)
  await visit('POST', '/subscribe/confirm', { u: view.account.accountId, id, e: json.unique_email_id })
  await settled()
  expect(hook.types()).toEqual(['subscribe'])
  expect(view.members.find(`${id}/${json.id}`)).toMatchObject({ status: 'subscribed', ipOpt: '127.0.0.1' })
})

test('an endpoint has to be there, and is there once', async () => {
  const { post, list, receiver } = await mailchimpWorld()
  const { id } = await list()
  const broken = receiver(() => ({ status: 400, body: '' }))
  const refused = await post(`/3.0/lists/${id}/webhooks`, { url: broken.url })
  expect(refused).toMatchObject({
    status: 400,
    json: {
      errors: [
        {
          field: 'url',
          message: "We couldn't verify the URL is working. Please double check and try again. HTTP Code: 400",
        },
      ],
    },
  })
  const { url } = receiver()
  await post(`/3.0/lists/${id}/webhooks`, { url })
  const again = await post(`/3.0/lists/${id}/webhooks`, { url: `${url}?a=1` })
  expect(again.json).toMatchObject({ errors: [{ message: expect.stringContaining("can't set up multiple WebHooks") }] })
  expect((await post(`/3.0/lists/${id}/webhooks`, {})).json).toMatchObject({
    errors: [{ field: '', message: 'Required fields were not provided: url' }],
  })
})

test('one that does not answer is told again over 75 minutes, then given up', async () => {
  const { post, list, receiver, settled, advance, world } = await mailchimpWorld()
  const { id } = await list()
  let healthy = true
  const hook = receiver(() => ({ status: healthy ? 200 : 500, body: '' }))
  await post(`/3.0/lists/${id}/webhooks`, { url: hook.url })
  healthy = false
  await post(`/3.0/lists/${id}/members`, ada)
  await settled()
  await advance(75 * 60_000)
  expect(hook.received.length).toBe(6)
  expect(world.deliveries.list()[0]).toMatchObject({ state: 'failed' })
  await advance(24 * 3_600_000)
  expect(hook.received.length).toBe(6)
})
