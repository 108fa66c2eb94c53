import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Answer, mailchimpWorld } from '../../../support/mailchimp.js'

interface Contact {
  readonly id: string
  readonly status: string
  readonly tags: string[]
  readonly email_channel: {
    readonly email: string
    readonly effective_subscription_status: { readonly value: string }
    readonly marketing_consent: { readonly status: string; readonly captured_at?: string }
  }
  readonly sms_channel?: {
    readonly sms_phone: string
    readonly hashed_sms_phone: string
    readonly effective_subscription_status: { readonly value: string }
  }
}

interface Page {
  readonly contacts: Contact[]
  readonly next_cursor: string | null
}

const EMAIL = 'ada@lovelace.test'
const PHONE = '+14045550102'
const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')

async function audience(more: object = {}) {
  const it = await mailchimpWorld()
  const { id } = await it.list(more)
  const contacts = `/3.0/audiences/${id}/contacts`
  const put = (email: string, status?: string, rest: object = {}) =>
    it.post<Contact>(contacts, {
      email_channel: { email, ...(status && { marketing_consent: { status } }) },
      ...rest,
    })
  return { ...it, id, contacts, put }
}

/** Consent, whether the audience has double opt-in, what it comes to: the vendor's table. */
const table: readonly [consent: string, double: boolean, effective: string, member: string][] = [
  ['denied', true, 'unsubscribed', 'unsubscribed'],
  ['unknown', true, 'nonsubscribed', 'transactional'],
  ['consented', true, 'pending', 'pending'],
  ['confirmed', true, 'subscribed', 'subscribed'],
  ['denied', false, 'unsubscribed', 'unsubscribed'],
  ['unknown', false, 'nonsubscribed', 'transactional'],
  ['confirmed', false, 'subscribed', 'subscribed'],
]

test.each(table)(
  '%s with double opt-in %s is %s, and a member who is %s',
  async (consent, double, effective, status) => {
    const it = await audience({ double_optin: double })
    const { json } = await it.put(EMAIL, consent)
    expect(json.email_channel.effective_subscription_status.value).toBe(effective)
    expect(json.email_channel.marketing_consent.status).toBe(consent)
    const member = await it.get<{ status: string; contact_id: string }>(`/3.0/lists/${it.id}/members/${EMAIL}`)
    expect(member.json).toMatchObject({ status, contact_id: json.id })
  },
)

test('consent alone is not taken where there is no double opt-in, of mail and of text messages', async () => {
  const it = await audience()
  expect(await it.put(EMAIL, 'consented')).toMatchObject({ status: 400, json: { title: 'Invalid Resource' } })
  const sms = { sms_channel: { sms_phone: PHONE, marketing_consent: { status: 'consented' } } }
  expect(await it.put(EMAIL, 'confirmed', sms)).toMatchObject({ status: 400, json: { title: 'Invalid Resource' } })
  expect((await it.get<{ contacts: Contact[] }>(it.contacts)).json.contacts).toEqual([])
})

test('who has confirmed by the link of the mail is subscribed', async () => {
  const it = await audience({ double_optin: true })
  await it.put(EMAIL, 'consented')
  const { searchParams } = new URL(it.view.mails.all()[0]?.link ?? '')
  await it.visit('POST', '/subscribe/confirm', Object.fromEntries(searchParams))
  const { json } = await it.get<Contact>(`${it.contacts}/email:${hash('md5', EMAIL)}`)
  expect(json.email_channel.effective_subscription_status.value).toBe('subscribed')
})

test('a contact is found by id, by address and by number', async () => {
  const it = await audience()
  const { json } = await it.put(EMAIL, 'confirmed', { sms_channel: { sms_phone: PHONE } })
  for (const id of [json.id, `email:${hash('md5', EMAIL)}`, `sms:${hash('sha256', PHONE)}`]) {
    expect((await it.get<Contact>(`${it.contacts}/${id}`)).json.id).toBe(json.id)
  }
  expect(json.sms_channel).toMatchObject({
    sms_phone: PHONE,
    hashed_sms_phone: hash('sha256', PHONE),
    effective_subscription_status: { value: 'nonsubscribed' },
  })
  expect((await it.get(`${it.contacts}/sms:${hash('sha256', '+14045550199')}`)).status).toBe(404)
})

test('who is there is only changed where that is asked for, and tags are only added', async () => {
  const it = await audience()
  const { json } = await it.put(EMAIL, 'confirmed', { tags: ['a'] })
  expect(await it.put(EMAIL, 'denied')).toMatchObject({ status: 400, json: { title: 'Member Exists' } })
  const again = await it.put(EMAIL, 'denied', { update_existing: true, tags: ['b'] })
  expect(again.json).toMatchObject({ id: json.id, tags: ['a', 'b'] })
  expect(again.json.email_channel.effective_subscription_status.value).toBe('unsubscribed')
})

test('a number belongs to one contact of an audience', async () => {
  const it = await audience()
  await it.put(EMAIL, 'confirmed', { sms_channel: { sms_phone: PHONE } })
  const other = await it.put('grace@hopper.test', 'confirmed')
  const patch = (sms_phone: string) => it.patch(`${it.contacts}/${other.json.id}`, { sms_channel: { sms_phone } })
  expect((await patch(PHONE)).status).toBe(400)
  expect((await patch('not a number')).status).toBe(400)
  expect((await patch('+14045550103')).status).toBe(200)
})

test('what is history is told to nobody', async () => {
  const it = await audience()
  const hook = it.receiver()
  await it.post(`/3.0/lists/${it.id}/webhooks`, { url: hook.url })
  const mail = { email_channel: { email: EMAIL, marketing_consent: { status: 'confirmed' } } }
  await it.post(`${it.contacts}?data_mode=historical`, mail)
  await it.settled()
  expect(hook.types()).toEqual([])
  await it.put('grace@hopper.test', 'confirmed')
  await it.settled()
  expect(hook.types()).toEqual(['subscribe'])
})

test('required merge fields may be left out where that is asked for', async () => {
  const it = await audience()
  await it.post(`/3.0/lists/${it.id}/merge-fields`, { name: 'Size', type: 'text', tag: 'SIZE', required: true })
  const mail = { email_channel: { email: EMAIL, marketing_consent: { status: 'confirmed' } } }
  expect((await it.post(it.contacts, mail)).status).toBe(400)
  expect((await it.post(`${it.contacts}?merge_field_validation_mode=ignore_required_checks`, mail)).status).toBe(200)
})

test('a cursor leads through all contacts, each once', async () => {
  const it = await audience()
  for (let i = 0; i < 5; i++) await it.put(`person${i}@lovelace.test`, 'confirmed')
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const target: string = `${it.contacts}?count=2${cursor === '' ? '' : `&cursor=${cursor}`}`
    const page: Answer<Page> = await it.get<Page>(target)
    seen.push(...page.json.contacts.map(({ email_channel: { email } }) => email))
    cursor = page.json.next_cursor
  }
  expect(seen).toEqual([0, 1, 2, 3, 4].map((i) => `person${i}@lovelace.test`))
  expect((await it.get(`${it.contacts}?cursor=nonsense`)).status).toBe(400)
})

test('archived once; forgotten with all that is known, and not to be put in again', async () => {
  const it = await audience()
  const { json } = await it.put(EMAIL, 'confirmed', { sms_channel: { sms_phone: PHONE } })
  const act = (action: string) => it.post(`${it.contacts}/${json.id}/actions/${action}`)
  expect((await act('archive')).status).toBe(204)
  expect((await act('archive')).status).toBe(405)
  expect((await it.get<Contact>(`${it.contacts}/${json.id}`)).json.status).toBe('archived')
  expect((await act('forget')).status).toBe(204)
  expect((await act('forget')).status).toBe(404)
  expect(it.view.smsChannels.size).toBe(0)
  expect(await it.put(EMAIL, 'confirmed')).toMatchObject({ json: { title: 'Forgotten Email Not Subscribed' } })
})

test('an audience says how many contacts and which channels it has', async () => {
  const it = await audience()
  await it.put(EMAIL, 'confirmed')
  const read = () => it.get(`/3.0/audiences/${it.id}`)
  expect((await read()).json).toMatchObject({ stats: { total_contacts: 1 }, enabled_channels: ['Email'] })
  await it.put(EMAIL, 'confirmed', { update_existing: true, sms_channel: { sms_phone: PHONE } })
  expect((await read()).json).toMatchObject({ enabled_channels: ['Email', 'SMS'] })
})

test('a contact that has a number only is not simulated, and says so', async () => {
  const it = await audience()
  const { status, json } = await it.post<{ detail: string }>(it.contacts, { sms_channel: { sms_phone: PHONE } })
  expect(status).toBe(501)
  expect(json.detail).toContain('telephone number only')
})
