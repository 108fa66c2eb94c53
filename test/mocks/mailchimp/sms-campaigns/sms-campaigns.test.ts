import { expect, test } from 'vitest'
import { segmentsOf } from '../../../../mocks/mailchimp/sms-campaigns/content.js'
import { mailchimpWorld } from '../../../support/mailchimp.js'

test('a draft is made, changed, read and deleted', async () => {
  const it = await mailchimpWorld()
  const { json } = await it.post<{ id: string }>('/3.0/sms-campaigns', { name: 'Sale', list_id: 7, segments: [1] })
  expect(json).toMatchObject({ name: 'Sale', channel: 'sms', status: 'save', list_id: 7, segments: [1] })
  const path = `/3.0/sms-campaigns/${json.id}`
  expect((await it.patch(path, { name: 'Big sale' })).json).toMatchObject({ name: 'Big sale', list_id: 7 })
  expect((await it.get('/3.0/sms-campaigns')).json).toMatchObject({ total_items: 1 })
  expect((await it.delete(path)).status).toBe(204)
  expect((await it.get(path)).status).toBe(404)
})

test('what it says is kept, with its merge tags and how many messages it takes', async () => {
  const it = await mailchimpWorld()
  const { json } = await it.post<{ id: string }>('/3.0/sms-campaigns', { name: 'Sale' })
  const path = `/3.0/sms-campaigns/${json.id}/content`
  const body = { message_body: 'Dear *|FNAME|*, come in!' }
  expect((await it.put(path, body)).json).toMatchObject({ ...body, estimated_segments: 1, merge_fields: ['FNAME'] })
  expect((await it.get(path)).json).toMatchObject(body)
  expect((await it.put('/3.0/sms-campaigns/none/content', body)).status).toBe(404)
})

test.each(['send', 'schedule', 'cancel-send'])('%s is not simulated, and says so', async (action) => {
  const it = await mailchimpWorld()
  const { json } = await it.post<{ id: string }>('/3.0/sms-campaigns', { name: 'Sale' })
  const body = { schedule_time: '2026-02-01T00:00:00+00:00' }
  const answer = await it.post<{ detail: string }>(`/3.0/sms-campaigns/${json.id}/actions/${action}`, body)
  expect(answer.status).toBe(501)
  expect(answer.json.detail).toContain(`/actions/${action}`)
})

test.each([
  ['', 0],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['я'.repeat(70), 1],
  ['я'.repeat(71), 2],
  ['😀'.repeat(35), 1],
  ['😀'.repeat(36), 2],
])('%s takes %i messages', (text, count) => expect(segmentsOf(text)).toBe(count))
