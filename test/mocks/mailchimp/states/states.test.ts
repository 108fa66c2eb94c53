import { expect, test } from 'vitest'
import { mailchimp } from '../../../../mocks/mailchimp/vendor.js'
import { matchState } from '../../../../src/engine/states/match-state.js'
import { mailchimpWorld } from '../../../support/mailchimp.js'

const EMAIL = 'kim@storefront.test'

/** A world in a state as a contract names it; what stands for the contract's ids comes back. */
async function given(
  name: string,
  params: Record<string, unknown> = {},
  it?: Awaited<ReturnType<typeof mailchimpWorld>>,
) {
  const world = it ?? (await mailchimpWorld())
  for (const { name: known, setUp } of mailchimp.states?.handlers ?? []) {
    const found = matchState(known, name, params)
    if (!found) continue
    return { ...world, ids: world.world.transact('state', undefined, () => setUp(found, world.view)) }
  }
  throw new Error(`No state is called '${name}'.`)
}

test('an audience, with somebody in it', async () => {
  const it = await given(`an audience with id ac3584984b has the member ${EMAIL}`)
  const id = it.ids.ac3584984b
  expect((await it.get(`/3.0/lists/${id}/members/${EMAIL}`)).json).toMatchObject({ status: 'subscribed', list_id: id })
  expect((await given('an audience with id ac3584984b exists', { double_optin: true })).ids).toHaveProperty(
    'ac3584984b',
  )
})

test.each(['subscribed', 'unsubscribed', 'pending', 'transactional', 'cleaned', 'archived'])(
  'a member who is %s',
  async (status) => {
    const it = await given(`an audience with id ac3584984b has the member ${EMAIL}, who is ${status}`)
    expect((await it.get(`/3.0/lists/${it.ids.ac3584984b}/members/${EMAIL}`)).json).toMatchObject({ status })
  },
)

test('a status that nobody has is told', async () => {
  await expect(given(`an audience with id ac3584984b has the member ${EMAIL}, who is asleep`)).rejects.toThrow(/asleep/)
})

test.each([
  [`the address ${EMAIL} is in a compliance state`, 'Member In Compliance State'],
  [`the address ${EMAIL} was deleted for good`, 'Forgotten Email Not Subscribed'],
])('%s', async (name, title) => {
  const it = await given(name)
  const list = it.view.lists.oldest?.id
  const body = { email_address: EMAIL, status: 'subscribed', status_if_new: 'subscribed' }
  expect((await it.put(`/3.0/lists/${list}/members/${EMAIL}`, body)).json).toMatchObject({ title })
  // It is so already.
  await given(name, {}, it)
})

test('a store, a template and a campaign that is ready', async () => {
  const shop = await given('a store with id shop1 of the audience ac3584984b exists')
  expect((await shop.get('/3.0/ecommerce/stores/shop1')).json).toMatchObject({ list_id: shop.ids.ac3584984b })
  const { get, ids } = await given('a template with id 7 exists', { name: 'Thanks' })
  expect((await get(`/3.0/templates/${ids['7']}`)).json).toMatchObject({ name: 'Thanks' })
  const it = await given(
    'a campaign with id b7ef8a5acc of the audience ac3584984b exists',
    {},
    await given(`an audience with id ac3584984b has the member ${EMAIL}`),
  )
  const checklist = await it.get(`/3.0/campaigns/${it.ids.b7ef8a5acc}/send-checklist`)
  expect(checklist.json).toMatchObject({ is_ready: false })
})

test('an endpoint hears of every audience', async () => {
  const it = await mailchimpWorld()
  const hook = it.receiver()
  await given('an endpoint is told of subscribe', { url: hook.url }, it)
  const { id } = await it.list()
  await it.post(`/3.0/lists/${id}/members`, { email_address: EMAIL, status: 'subscribed' })
  await it.settled()
  expect(hook.types()).toEqual(['subscribe'])
})

test('states of Transactional', async () => {
  const it = await mailchimpWorld()
  const hook = it.receiver()
  await given('a mail template order-paid exists', { code: '<p>Thanks</p>' }, it)
  await given(`mail to ${EMAIL} is rejected`, {}, it)
  await given('a Transactional endpoint is told of send, reject', { url: hook.url }, it)
  const key = it.view.port.table<{ id: string }>('mandrill_key').oldest?.id
  const send = (email: string) =>
    it.post<{ status: string }[]>(
      '/api/1.4/messages/send-template',
      { key, template_name: 'order-paid', template_content: [], message: { to: [{ email }] } },
      { key: null },
    )
  expect((await send('ada@example.com')).json[0]?.status).toBe('sent')
  expect((await send(EMAIL)).json[0]?.status).toBe('rejected')
  await it.advance(120_000)
  expect(hook.received).toHaveLength(1)
  expect(hook.received[0]?.headers).toHaveProperty('X-Mandrill-Signature')
})
