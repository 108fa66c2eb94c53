import Stripe from 'stripe'

/** The consumer of this project's own contracts: what an integration of each vendor does most. */
export async function runStorefront(env: Readonly<Record<string, string>>): Promise<void> {
  await pay(env)
  await keep(env)
  await invite(env)
  await thank(env)
}

/** What it reads. */
export const READS = {
  'POST /v1/customers': ['id', 'email'],
  'GET /v1/customers/{customer}': ['id', 'email', 'invoice_settings.default_payment_method'],
  'POST /v1/payment_intents': ['id', 'status', 'client_secret', 'latest_charge', 'amount_received'],
  'GET /v1/charges/{charge}': ['id', 'paid', 'captured', 'payment_method_details.card.last4', 'outcome.type'],
  'POST /v1/refunds': ['id', 'status', 'amount', 'charge'],
  'GET /v1/customers': ['data.*.id', 'data.*.email', 'has_more'],
  'payment_intent.succeeded': ['id', 'type', 'data.object.id', 'data.object.metadata'],
  'charge.refunded': ['id', 'type', 'data.object.amount_refunded'],
  'POST /services/data/{version}/sobjects/{sobject}': ['id', 'success'],
  'GET /services/data/{version}/sobjects/{sobject}/{id}': ['Name', 'CreatedDate', 'attributes.type'],
  'POST /3.0/lists': ['id', 'name'],
  'POST /3.0/lists/{list_id}/webhooks': ['id', 'signing_enabled', 'signing_secret'],
  'PUT /3.0/lists/{list_id}/members/{subscriber_hash}': ['id', 'email_address', 'status', 'merge_fields.FNAME'],
  'POST /api/1.0/messages/send-template': ['*.email', '*.status', '*._id', '*.reject_reason'],
  'POST /api/1.0/messages/send': ['*.email', '*.status', '*._id', '*.reject_reason'],
  'POST /api/1.0/templates/add': ['slug', 'name', 'publish_name'],
  'POST /api/1.0/webhooks/add': ['id', 'auth_key', 'events'],
  'POST /3.0/lists/{list_id}/members': ['id', 'email_address', 'status'],
  'GET /3.0/lists/{list_id}/members/{subscriber_hash}': ['id', 'status', 'list_id'],
  'GET /services/data/{version}/query': ['totalSize', 'done', 'records.*.Id', 'records.*.Name'],
}

export const WEBHOOKS = 'http://127.0.0.1:7412/hooks'
export const OUTBOUND = [{ object: 'Account', url: WEBHOOKS, fields: ['Name'], on: 'create' }]

async function pay({ STRIPE_SECRET_KEY: key = '' }: Readonly<Record<string, string>>): Promise<void> {
  const httpClient = Stripe.createFetchHttpClient()
  const stripe = new Stripe(key, { httpClient, telemetry: false, maxNetworkRetries: 0 })
  await stripe.webhookEndpoints.create({
    url: WEBHOOKS,
    enabled_events: ['payment_intent.succeeded', 'charge.refunded'],
  })
  const customer = await stripe.customers.create({ email: 'kim@storefront.test' })
  await stripe.customers.retrieve(customer.id)
  await stripe.customers.list({ email: 'kim@storefront.test' })
  const payment = {
    amount: 4200,
    currency: 'eur',
    customer: customer.id,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  } as const
  const paid = await stripe.paymentIntents.create({
    ...payment,
    payment_method: 'pm_card_visa',
    metadata: { order: '7' },
  })
  await stripe.charges.retrieve(String(paid.latest_charge))
  await stripe.refunds.create({ payment_intent: paid.id, amount: 1000 })
  await stripe.paymentIntents.create({ ...payment, payment_method: 'pm_card_chargeDeclined' }).catch(() => undefined)
}

async function keep({ SF_INSTANCE_URL: url, SF_ACCESS_TOKEN: token }: Readonly<Record<string, string>>): Promise<void> {
  const ask = async (path: string, body?: object) => {
    const response = await fetch(`${url}/services/data/v59.0${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await response.json()) as { readonly id: string }
  }
  const { id } = await ask('/sobjects/Account', { Name: 'Storefront' })
  await ask(`/sobjects/Account/${id}?fields=Name,CreatedDate`)
  await ask(`/query?q=${encodeURIComponent("SELECT Id, Name FROM Account WHERE Name = 'Storefront'")}`)
  await ask('/sobjects/Contact', { FirstName: 'Kim' })
}

async function invite({ MAILCHIMP_API_KEY: key = '' }: Readonly<Record<string, string>>): Promise<void> {
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`https://${key.split('-').at(-1)}.api.mailchimp.com/3.0${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`any:${key}`).toString('base64')}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return (text === '' ? {} : JSON.parse(text)) as Member
  }
  const list = await ask('POST', '/lists', LIST)
  const members = `/lists/${list.id}/members`
  await ask('POST', `/lists/${list.id}/webhooks`, { url: WEBHOOKS, events: { subscribe: true, unsubscribe: true } })
  const member = { email_address: 'kim@storefront.test', status: 'subscribed' }
  const { id } = await ask('POST', members, member)
  await ask('GET', `${members}/${id}`)
  await ask('POST', members, member)
  await ask('PUT', `${members}/${id}`, { ...member, status_if_new: 'subscribed', merge_fields: { FNAME: 'Kim' } })
  await ask('POST', `${members}/${id}/tags`, { tags: [{ name: 'customer', status: 'active' }] })
  await refusals(ask, members)
}

interface Member {
  readonly id: string
}

type Ask = (method: string, path: string, body?: object) => Promise<Member>

/** Somebody who was deleted for good cannot be put in again. */
async function refusals(ask: Ask, members: string): Promise<void> {
  const forgotten = { email_address: 'robin@storefront.test', status: 'subscribed' }
  const { id } = await ask('POST', members, forgotten)
  await ask('POST', `${members}/${id}/actions/delete-permanent`)
  await ask('POST', members, forgotten)
}

const LIST = {
  name: 'News',
  permission_reminder: 'You asked for it.',
  email_type_option: false,
  contact: { company: 'Storefront', address1: '1 High Street', city: 'Leeds', state: '', zip: 'LS1', country: 'GB' },
  campaign_defaults: { from_name: 'Kim', from_email: 'kim@storefront.test', subject: '', language: 'en' },
}

/** Called by what is in it, so that a change of it is another one. */
const TEMPLATE = 'order-paid-3fd0b1c96a'

/** The vendor's own address for it: mail there is always rejected. */
export const REJECTED = 'reject@test.mandrillapp.com'

/** What a shop sends by Transactional: a template, to somebody who gets it and to somebody who wants no more. */
async function thank({ MANDRILL_API_KEY: key = '' }: Readonly<Record<string, string>>): Promise<void> {
  const ask = (path: string, body: object) =>
    fetch(`https://mandrillapp.com/api/1.4/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, ...body }),
    })
  await ask('webhooks/add', { url: WEBHOOKS, events: ['send'] })
  await ask('templates/add', {
    name: TEMPLATE,
    code: '<p mc:edit="main">Thank you</p>',
    subject: 'Order *|ORDER|*',
  })
  const letter = {
    template_name: TEMPLATE,
    template_content: [{ name: 'main', content: 'Your order is paid.' }],
    message: {
      from_email: 'shop@example.com',
      to: [{ email: 'kim@storefront.test' }],
      global_merge_vars: [{ name: 'order', content: '7' }],
    },
  }
  await ask('messages/send-template', letter)
  await ask('messages/send-template', { ...letter, template_name: 'order-lost' })
  await ask('messages/send', {
    message: {
      from_email: 'shop@example.com',
      subject: 'Order 8',
      text: 'Paid.',
      to: [{ email: REJECTED }],
    },
  })
}
