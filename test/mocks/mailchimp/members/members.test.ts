import { expect, test } from 'vitest'
import { mailchimpWorld } from '../../../support/mailchimp.js'

const ada = { email_address: 'Ada@Lovelace.test', status: 'subscribed', merge_fields: { FNAME: 'Ada' } }
const HASH = '5e1cbd4a1ec2e6b5b0a5ad1a4cf2f0a0'

test('somebody who is put into an audience is there, by hash, address and contact id', async () => {
  const { post, get, list } = await mailchimpWorld()
  const { id } = await list()
  const made = (await post<{ id: string; contact_id: string }>(`/3.0/lists/${id}/members`, ada)).json
  expect(made).toMatchObject({
    email_address: 'Ada@Lovelace.test',
    status: 'subscribed',
    full_name: 'Ada',
    list_id: id,
  })
  for (const name of [made.id, 'ADA@lovelace.test', made.contact_id]) {
    expect((await get(`/3.0/lists/${id}/members/${name}`)).json).toMatchObject({ id: made.id })
  }
  expect((await get(`/3.0/lists/${id}/members/${HASH}`)).status).toBe(404)
})

test('nobody is put in twice', async () => {
  const { post, list } = await mailchimpWorld()
  const { id } = await list()
  await post(`/3.0/lists/${id}/members`, ada)
  const again = await post(`/3.0/lists/${id}/members`, ada)
  expect(again.status).toBe(400)
  expect(again.json).toMatchObject({
    title: 'Member Exists',
    status: 400,
    detail: 'Ada@Lovelace.test is already a list member. Use PUT to insert or update list members.',
  })
})
