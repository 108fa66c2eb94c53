import { describe, expect, test } from 'vitest'
import { campaignLifecycle } from '../../../../mocks/mailchimp/campaigns/lifecycle.js'
import { mailchimpWorld } from '../../../support/mailchimp.js'

type World = Awaited<ReturnType<typeof mailchimpWorld>>
const SETTINGS = { subject_line: 'Hello', from_name: 'Acme', reply_to: 'acme@acme.test', title: 'First' }

/** An audience of so many, and a campaign to it that can be sent. */
async function ready(world: World, names: readonly string[] = ['ada', 'grace']) {
  const { id: list } = await world.list()
  const members = names.map((name) => ({
    email_address: `${name}@lovelace.test`,
    status: 'subscribed',
    merge_fields: { FNAME: name },
  }))
  await world.post(`/3.0/lists/${list}`, { members })
  const { json } = await world.post<{ id: string }>('/3.0/campaigns', {
    type: 'regular',
    recipients: { list_id: list },
    settings: SETTINGS,
  })
  await world.put(`/3.0/campaigns/${json.id}/content`, {
    html: '<p>Dear *|FNAME|*, <a href="https://acme.test/shop">shop</a></p>',
  })
  return {
    list,
    id: json.id,
    act: (action: string, body?: object) => world.post(`/3.0/campaigns/${json.id}/actions/${action}`, body),
  }
}

/** What a member got, with their own links in it. */
async function mailOf(world: World, list: string, campaign: string, email: string): Promise<string> {
  const { json } = await world.get<{ unique_email_id: string }>(`/3.0/lists/${list}/members/${email}`)
  const who = `u=${world.view.account.accountId}&id=${campaign}&e=${json.unique_email_id}`
  return String((await world.visit('GET', `/archive?${who}`)).body).replaceAll('&amp;', '&')
}

test('what lacks something is not ready, and is not sent', async () => {
  const world = await mailchimpWorld()
  const { json } = await world.post<{ id: string }>('/3.0/campaigns', { type: 'regular' })
  const checklist = await world.get<{ is_ready: boolean; items: { type: string }[] }>(
    `/3.0/campaigns/${json.id}/send-checklist`,
  )
  expect(checklist.json.is_ready).toBe(false)
  expect(checklist.json.items.every(({ type }) => type === 'error')).toBe(true)
  const refused = await world.post(`/3.0/campaigns/${json.id}/actions/send`)
  expect(refused).toMatchObject({ status: 400, json: { detail: expect.stringContaining('not ready to send') } })
})

test('the numbers of a report follow from what those who got it did', async () => {
  const world = await mailchimpWorld()
  const { list, id, act } = await ready(world, ['ada', 'grace', 'hardbounce', 'softbounce', 'complaint', 'opens'])
  expect((await world.get(`/3.0/reports/${id}`)).status).toBe(404)
  expect((await act('send')).status).toBe(204)
  expect((await world.get(`/3.0/campaigns/${id}`)).json).toMatchObject({ status: 'sending' })
  await world.advance(2000)
  const mail = await mailOf(world, list, id, 'ada@lovelace.test')
  expect(mail).toContain('Dear ada')
  const [, click = ''] = /href="([^"]*\/track\/click[^"]*)"/.exec(mail) ?? []
  const [, unsubscribe = ''] = /href="([^"]*\/unsubscribe[^"]*)"/.exec(mail) ?? []
  expect(await world.visit('GET', click)).toMatchObject({
    status: 302,
    headers: { Location: 'https://acme.test/shop' },
  })
  await world.visit('GET', click)
  expect((await world.visit('GET', unsubscribe)).status).toBe(200)
  await world.visit('POST', '/unsubscribe', Object.fromEntries(new URL(unsubscribe).searchParams))
  expect((await world.get(`/3.0/reports/${id}`)).json).toMatchObject({
    emails_sent: 6,
    bounces: { hard_bounces: 1, soft_bounces: 1 },
    abuse_reports: 1,
    unsubscribed: 1,
    opens: { opens_total: 2, unique_opens: 2, open_rate: 2 / 6 },
    clicks: { clicks_total: 2, unique_clicks: 1, unique_subscriber_clicks: 1 },
  })
  expect((await world.get(`/3.0/reports/${id}/unsubscribed`)).json).toMatchObject({ total_items: 1 })
  expect((await world.get(`/3.0/reports/${id}/click-details`)).json).toMatchObject({
    urls_clicked: [{ url: 'https://acme.test/shop', total_clicks: 2, unique_clicks: 1 }],
  })
  expect((await world.get(`/3.0/lists/${list}`)).json).toMatchObject({
    stats: { member_count: 3, cleaned_count: 1, unsubscribe_count: 2 },
  })
  // Only they can come back.
  const back = await world.patch(`/3.0/lists/${list}/members/ada@lovelace.test`, { status: 'subscribed' })
  expect(back.json).toMatchObject({ title: 'Member In Compliance State' })
})

test('a cleaned bounce and a sent campaign are told', async () => {
  const world = await mailchimpWorld()
  const { list, id, act } = await ready(world, ['hardbounce'])
  const hook = world.receiver()
  await world.post(`/3.0/lists/${list}/webhooks`, { url: hook.url })
  await act('send')
  await world.advance(2000)
  expect(hook.forms()).toMatchObject([
    { type: 'cleaned', 'data[campaign_id]': id, 'data[reason]': 'hard', 'data[email]': 'hardbounce@lovelace.test' },
    { type: 'campaign', 'data[id]': id, 'data[status]': 'sent', 'data[subject]': 'Hello', 'data[list_id]': list },
  ])
})

test('a campaign is sent at the quarter of an hour that it was scheduled for', async () => {
  const world = await mailchimpWorld()
  const { id, act } = await ready(world)
  for (const schedule_time of ['2026-01-01T00:20:00+00:00', '2025-12-31T00:00:00+00:00', 'soon']) {
    expect((await act('schedule', { schedule_time })).status).toBe(400)
  }
  expect((await act('schedule', { schedule_time: '2026-01-01T00:15:00+00:00' })).status).toBe(204)
  expect((await world.patch(`/3.0/campaigns/${id}`, { settings: { title: 'x' } })).status).toBe(400)
  await world.advance(14 * 60_000)
  expect((await world.get(`/3.0/campaigns/${id}`)).json).toMatchObject({ status: 'schedule' })
  await world.advance(60_000)
  expect((await world.get(`/3.0/campaigns/${id}`)).json).toMatchObject({
    status: 'sent',
    emails_sent: 2,
    send_time: '2026-01-01T00:15:00+00:00',
  })
})

test('one that is unscheduled or stopped is not sent', async () => {
  const world = await mailchimpWorld()
  const first = await ready(world)
  await first.act('schedule', { schedule_time: '2026-01-01T00:15:00+00:00' })
  await first.act('unschedule')
  const second = await ready(world)
  await second.act('send')
  expect((await world.delete(`/3.0/campaigns/${second.id}`)).status).toBe(405)
  await second.act('cancel-send')
  await world.advance(3_600_000)
  expect((await world.get(`/3.0/campaigns/${first.id}`)).json).toMatchObject({ status: 'save', emails_sent: 0 })
  expect((await world.get(`/3.0/campaigns/${second.id}`)).json).toMatchObject({ status: 'canceled', emails_sent: 0 })
})

test('only those in the segment get it', async () => {
  const world = await mailchimpWorld()
  const { list, id, act } = await ready(world, ['ada', 'grace', 'mary'])
  const conditions = [{ condition_type: 'TextMerge', field: 'FNAME', op: 'contains', value: 'a' }]
  const not = { condition_type: 'EmailAddress', field: 'EMAIL', op: 'not', value: 'mary@lovelace.test' }
  await world.patch(`/3.0/campaigns/${id}`, {
    recipients: { list_id: list, segment_opts: { match: 'all', conditions: [...conditions, not] } },
    settings: SETTINGS,
  })
  await act('send')
  await world.advance(2000)
  const { json } = await world.get<{ sent_to: { email_address: string }[] }>(`/3.0/reports/${id}/sent-to`)
  expect(json.sent_to.map(({ email_address }) => email_address)).toEqual(['ada@lovelace.test', 'grace@lovelace.test'])
})

describe('what may be done in which status', () => {
  const states = campaignLifecycle.states
  test.each(Object.keys(campaignLifecycle.actions) as (keyof typeof campaignLifecycle.actions)[])(
    '%s',
    async (action) => {
      const world = await mailchimpWorld()
      const { id } = await ready(world)
      const row = world.view.campaigns.find(id)
      for (const status of states) {
        const type = action === 'pause' || action === 'resume' ? 'rss' : 'regular'
        world.world.transact(
          'test',
          undefined,
          () => row && world.view.campaigns.put({ ...row, status, type, timer: '' }),
        )
        const body = action === 'schedule' ? { schedule_time: '2026-01-02T00:00:00+00:00' } : undefined
        const answer =
          action === 'edit'
            ? await world.patch(`/3.0/campaigns/${id}`, { settings: SETTINGS })
            : action === 'delete'
              ? await world.delete(`/3.0/campaigns/${id}`)
              : await world.post(`/3.0/campaigns/${id}/actions/${action}`, body)
        expect([status, answer.status < 300]).toEqual([status, campaignLifecycle.allows(status, action)])
      }
    },
  )
})

test('a template has its sections filled in', async () => {
  const world = await mailchimpWorld()
  const html = '<div mc:edit="head">Old</div><p>Fixed</p>'
  const { json } = await world.post<{ id: number }>('/3.0/templates', { name: 'T', html })
  expect((await world.get(`/3.0/templates/${json.id}/default-content`)).json).toMatchObject({
    sections: { head: 'Old' },
  })
  const campaign = await world.post<{ id: string }>('/3.0/campaigns', { type: 'regular' })
  const template = { id: json.id, sections: { head: '<b>New</b>' } }
  const content = await world.put(`/3.0/campaigns/${campaign.json.id}/content`, { template })
  expect(content.json).toMatchObject({
    html: '<div mc:edit="head"><b>New</b></div><p>Fixed</p>',
    plain_text: 'New\nFixed',
  })
})
