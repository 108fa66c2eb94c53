import { expect, test } from 'vitest'
import type { Reply } from '../../../src/engine/exchange.js'
import { mailchimpWorld } from '../../support/mailchimp.js'
import { ERROR_ROWS, type ErrorRow } from './error-rows.js'

type World = Awaited<ReturnType<typeof mailchimpWorld>>
type Reach = (it: World) => Promise<Reply>

const EMAIL = 'ada@lovelace.test'
const subscribed = { email_address: EMAIL, status: 'subscribed' }

/** The vendor's own way to have an error answered. */
const asked = (name: string) => (it: World) => it.get('/3.0/ping', undefined, { headers: { 'x-trigger-error': name } })

const members = async (it: World) => `/3.0/lists/${(await it.list()).id}/members`

/** Somebody who has been deleted for good, and is put in again. */
const forgotten = (status: string) => async (it: World) => {
  const all = await members(it)
  await it.post(all, subscribed)
  await it.post(`${all}/${EMAIL}/actions/delete-permanent`)
  return it.post(all, { ...subscribed, status })
}

const mergeFields = (field: object, values: object) => async (it: World) => {
  const all = await members(it)
  await it.post(all.replace(/members$/, 'merge-fields'), field)
  return it.post(all, { ...subscribed, merge_fields: values })
}

/** How somebody who uses the API meets each row. */
const REACHED: Readonly<Record<ErrorRow, Reach>> = {
  'bad request': asked('BadRequest'),
  'invalid action': async (it) => {
    const campaign = await it.post<{ id: string }>('/3.0/campaigns', { type: 'regular' })
    return it.post(`/3.0/campaigns/${campaign.json.id}/actions/pause`)
  },
  'JSON parse': (it) => it.post('/3.0/lists', '{"name":'),
  'invalid resource': async (it) => it.post(await members(it), { email_address: EMAIL }),
  'merge fields': mergeFields({ name: 'Size', type: 'text', tag: 'SIZE', required: true }, {}),
  'incomplete address': mergeFields(
    { name: 'Home', type: 'address', tag: 'HOME', required: true },
    { HOME: { addr1: 'x' } },
  ),
  'fake address': async (it) => it.post(await members(it), { ...subscribed, email_address: 'ada@example.com' }),
  'member exists': async (it) => {
    const all = await members(it)
    await it.post(all, subscribed)
    return it.post(all, subscribed)
  },
  'compliance state': async (it) => {
    const all = await members(it)
    const { json } = await it.post<{ list_id: string; unique_email_id: string }>(all, subscribed)
    const ticket = { u: it.view.account.accountId, id: json.list_id, e: json.unique_email_id }
    await it.visit('POST', '/unsubscribe', ticket)
    return it.patch(`${all}/${EMAIL}`, { status: 'subscribed' })
  },
  'forgotten, subscribed': forgotten('subscribed'),
  'forgotten, pending': forgotten('pending'),
  'webhook that does not answer': async (it) =>
    it.post((await members(it)).replace(/members$/, 'webhooks'), {
      url: it.receiver(() => ({ status: 400, body: '' })).url,
    }),
  'webhook twice': async (it) => {
    const all = (await members(it)).replace(/members$/, 'webhooks')
    const { url } = it.receiver()
    await it.post(all, { url })
    return it.post(all, { url: `${url}?again=1` })
  },
  'no key': (it) => it.get('/3.0/lists', undefined, { key: null }),
  'invalid key': (it) => it.get('/3.0/lists', undefined, { key: `${'f'.repeat(32)}-us6` }),
  forbidden: asked('Forbidden'),
  'user disabled': asked('UserDisabled'),
  'wrong datacenter': async (it) => {
    const { id, secret } = it.view.oauthApp
    const redirect_uri = 'http://127.0.0.1/callback'
    const allowed = await it.visit('POST', '/oauth2/authorize-post', { client_id: id, redirect_uri, answer: 'allow' })
    const code = new URL(String(allowed.headers.Location)).searchParams.get('code') ?? ''
    const form = { grant_type: 'authorization_code', client_id: id, client_secret: secret, redirect_uri, code }
    const { access_token } = JSON.parse(String((await it.visit('POST', '/oauth2/token', form)).body))
    const headers = { authorization: `Bearer ${access_token}` }
    return it.get('/3.0/ping', undefined, { headers, host: 'us9.api.mailchimp.com' })
  },
  plan: async (it) => {
    const { id } = await it.list()
    const { json } = await it.get<Record<string, unknown>>(`/3.0/lists/${id}`)
    return it.post('/3.0/lists', json)
  },
  'not found': (it) => it.get('/3.0/lists/none'),
  'method not allowed': (it) => it.put('/3.0/ping'),
  'state that does not allow it': async (it) => {
    const all = await members(it)
    await it.post(all, subscribed)
    await it.delete(`${all}/${EMAIL}`)
    return it.delete(`${all}/${EMAIL}`)
  },
  nesting: (it) => it.get('/3.0/lists/a/members/b/notes/c/more/d/deeper/e'),
  'method override': (it) => it.get('/3.0/lists', undefined, { headers: { 'x-http-method-override': 'PATCH' } }),
  'requested fields': (it) => it.get('/3.0/lists?fields=nonsense'),
  'plain HTTP': (it) => it.get('/3.0/ping', undefined, { secure: false }),
  'ten at a time': async (it) => {
    const effect = { kind: 'delay', milliseconds: 50 } as const
    it.world.faults.add({ when: { vendor: 'mailchimp', operation: 'GET /3.0/ping' }, effect })
    const answers = await Promise.all(Array.from({ length: 11 }, () => it.get('/3.0/ping')))
    return answers.find(({ status }) => status !== 200) ?? it.get('/3.0/ping')
  },
  '500 batches': async (it) => {
    const operations = [{ method: 'GET', path: '/ping' }]
    for (let i = 0; i < 500; i++) await it.post('/3.0/batches', { operations })
    return it.post('/3.0/batches', { operations })
  },
  'internal error': asked('InternalServerError'),
  CDN: (it) => {
    it.world.faults.add({ when: { vendor: 'mailchimp' }, times: 1, effect: { kind: 'status', status: 502 } })
    return it.get('/3.0/ping')
  },
  'compliance related': asked('ComplianceRelated'),
}

/** What some of them need to be met. */
const OPTIONS: Partial<Record<ErrorRow, Parameters<typeof mailchimpWorld>[0]>> = {
  plan: { settings: { mailchimp: { marketingPlan: 'free' } } },
  'plain HTTP': { settings: { mailchimp: { requireHttps: true } } },
  'ten at a time': { limits: true, frozen: false },
}

test('every row of the table is reached', () => {
  expect(Object.keys(REACHED).sort()).toEqual(Object.keys(ERROR_ROWS).sort())
})

test.each(Object.keys(ERROR_ROWS) as ErrorRow[])('%s', async (row) => {
  const [status, title, detail] = ERROR_ROWS[row]
  const reply = await REACHED[row](await mailchimpWorld(OPTIONS[row]))
  expect(reply.status).toBe(status)
  if (title === undefined) return
  expect(reply.headers['Content-Type']).toBe('application/problem+json; charset=utf-8')
  const json = JSON.parse(String(reply.body)) as { title: string; detail: string; status: number }
  expect(json).toMatchObject({ title, status, detail: expect.stringContaining(detail) })
})

test('what stands before the API answers with a page, which no client can read as JSON', async () => {
  const reply = await REACHED.CDN(await mailchimpWorld())
  expect(reply.headers['Content-Type']).toBe('text/html')
  expect(reply.body).toContain('<html>')
})

test('where an error names fields, it names them', async () => {
  const errorsOf = async (row: ErrorRow) => JSON.parse(String((await REACHED[row](await mailchimpWorld())).body)).errors
  expect(await errorsOf('merge fields')).toEqual([{ field: 'SIZE', message: 'Please enter a value' }])
  expect(await errorsOf('incomplete address')).toEqual([{ field: 'HOME', message: 'Please enter a complete address' }])
  expect(await errorsOf('webhook that does not answer')).toMatchObject([
    { message: "We couldn't verify the URL is working. Please double check and try again. HTTP Code: 400" },
  ])
  expect(await errorsOf('webhook twice')).toMatchObject([
    { message: expect.stringContaining("can't set up multiple WebHooks") },
  ])
})

test('a free plan has one audience, and schedules no campaign', async () => {
  const it = await mailchimpWorld({ settings: { mailchimp: { marketingPlan: 'free' } } })
  const { id: list_id } = await it.list()
  const settings = { subject_line: 'Hello', from_name: 'Acme', reply_to: 'acme@acme.test' }
  const campaign = await it.post<{ id: string }>('/3.0/campaigns', {
    type: 'regular',
    recipients: { list_id },
    settings,
  })
  const body = { schedule_time: '2026-01-02T00:00:00+00:00' }
  expect((await it.post(`/3.0/campaigns/${campaign.json.id}/actions/schedule`, body)).status).toBe(403)
})
