import { expect, test } from 'vitest'
import { mailchimpWorld } from '../../support/mailchimp.js'

test('sample data: an audience, a campaign that goes out, and a draft', async () => {
  const { get, advance } = await mailchimpWorld({ fixtures: true })
  await advance(1000)
  const lists = await get<{ lists: { id: string }[] }>('/3.0/lists')
  expect(lists.json).toMatchObject({
    lists: [{ name: 'Standin News', stats: { member_count: 4, unsubscribe_count: 1 } }],
  })
  const tags = await get(`/3.0/lists/${lists.json.lists[0]?.id}/tag-search?name=cust`)
  expect(tags.json).toMatchObject({ tags: [{ name: 'Customer' }] })
  expect((await get('/3.0/campaigns?status=sent')).json).toMatchObject({
    campaigns: [{ emails_sent: 4 }],
    total_items: 1,
  })
  expect((await get('/3.0/campaigns?status=save')).json).toMatchObject({ total_items: 1 })
})
