import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { tracesOf } from '../../../../src/engine/privacy/traces.js'
import { mailchimpWorld } from '../../../support/mailchimp.js'

const EMAIL = 'Ada@Lovelace.test'
const HASH = createHash('md5').update(EMAIL.toLowerCase()).digest('hex')

/** Somebody who has left traces wherever one can. */
async function known() {
  const world = await mailchimpWorld()
  const { id } = await world.list()
  const at = `/3.0/lists/${id}/members`
  await world.post(`/3.0/lists/${id}/webhooks`, { url: world.receiver().url })
  await world.post(at, { email_address: EMAIL, status: 'pending', tags: ['vip'] })
  await world.put(`${at}/${HASH}`, { email_address: EMAIL, status_if_new: 'subscribed', status: 'subscribed' })
  await world.post(`${at}/${HASH}/notes`, { note: `Wrote from ${EMAIL}` })
  await world.post(`${at}/${HASH}/events`, { name: 'bought', properties: { from: EMAIL } })
  const settings = { subject_line: 'Hello', from_name: 'Acme', reply_to: 'acme@acme.test' }
  const campaign = await world.post<{ id: string }>('/3.0/campaigns', {
    type: 'regular',
    recipients: { list_id: id },
    settings,
  })
  await world.put(`/3.0/campaigns/${campaign.json.id}/content`, { html: '<p>Hello</p>' })
  await world.post(`/3.0/campaigns/${campaign.json.id}/actions/send`)
  await world.post(`/3.0/campaigns/${campaign.json.id}/actions/test`, { test_emails: [EMAIL], send_type: 'html' })
  const operations = [{ method: 'GET', path: `/lists/${id}/members/${HASH}` }]
  await world.post('/3.0/batches', { operations })
  await world.post('/3.0/ecommerce/stores', { id: 's', list_id: id, name: 'Shop', currency_code: 'USD' })
  const customer = { id: 'c', email_address: EMAIL, opt_in_status: true }
  await world.post('/3.0/ecommerce/stores/s/orders', {
    id: 'o',
    customer,
    currency_code: 'USD',
    order_total: 1,
    lines: [],
  })
  await world.advance(5000)
  return { ...world, at, list: id, campaign: campaign.json.id }
}

test('erased is erased: nothing is left in state, logs, deliveries or results', async () => {
  const { world, post, get, at, campaign } = await known()
  const before = tracesOf(world, EMAIL)
  expect(before.map(({ table }) => table)).toEqual(
    expect.arrayContaining([
      'lists/members',
      'lists/members/notes',
      'lists/members/events',
      'mails',
      'campaigns/recipients',
      'batches/results',
    ]),
  )
  expect((await post(`${at}/${HASH}/actions/delete-permanent`)).status).toBe(204)
  expect(tracesOf(world, EMAIL)).toEqual([])
  expect((await get(`${at}/${HASH}`)).status).toBe(404)
  // What names nobody stays.
  expect((await get(`/3.0/reports/${campaign}`)).json).toMatchObject({ emails_sent: 1 })
})

test('who is forgotten cannot be imported, and comes back by the form', async () => {
  const { post, put, visit, view, at, list } = await known()
  await post(`${at}/${HASH}/actions/delete-permanent`)
  const detail = `${EMAIL} was permanently deleted and cannot be re-imported. The contact must re-subscribe to get back on the list.`
  for (const status of ['subscribed', 'pending']) {
    const answer = await post(at, { email_address: EMAIL, status })
    expect(answer).toMatchObject({ status: 400, json: { title: 'Forgotten Email Not Subscribed', detail } })
  }
  const u = view.account.accountId
  expect((await visit('GET', `/subscribe?u=${u}&id=${list}`)).status).toBe(200)
  expect((await visit('POST', '/subscribe', { u, id: list, EMAIL })).status).toBe(200)
  expect((await put(`${at}/${HASH}`, { email_address: EMAIL, status_if_new: 'subscribed' })).json).toMatchObject({
    status: 'subscribed',
  })
})

test('the same address in another audience is another matter', async () => {
  const { world, post, list, at } = await known()
  const other = await mailchimpWorldList(post)
  await post(`/3.0/lists/${other}/members`, { email_address: EMAIL, status: 'subscribed' })
  await post(`${at}/${HASH}/actions/delete-permanent`)
  expect(list).not.toBe(other)
  expect(tracesOf(world, EMAIL).map(({ table }) => table)).toContain('lists/members')
})

async function mailchimpWorldList(post: (target: string, body: object) => Promise<{ json: Record<string, unknown> }>) {
  const contact = { company: 'B', address1: '1', city: 'C', country: 'US' }
  const campaign_defaults = { from_name: 'B', from_email: 'b@b.test', subject: '', language: 'en' }
  const { json } = await post('/3.0/lists', {
    name: 'B',
    permission_reminder: 'x',
    email_type_option: true,
    contact,
    campaign_defaults,
  })
  return String(json.id)
}
