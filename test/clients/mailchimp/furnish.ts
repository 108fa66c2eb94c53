import { createHash } from 'node:crypto'
import type { mailchimpWorld } from '../../support/mailchimp.js'

type World = Awaited<ReturnType<typeof mailchimpWorld>>
type Ids = Record<string, string>

export const ADDRESS = 'grace@hopper.test'
export const OTHER = 'other@hopper.test'

/** One of everything that a client can make, and the ids of it all by the names of the client's arguments. */
export async function furnish(world: World): Promise<Ids> {
  const make = async (target: string, body: object, id = 'id'): Promise<string> => {
    const { status, json } = await world.post<Record<string, unknown>>(target, body)
    if (status >= 300) throw new Error(`${target}: ${status} ${JSON.stringify(json)}`)
    return String(json[id])
  }
  const { id: listId } = await world.list()
  const subscriberHash = createHash('md5').update(ADDRESS).digest('hex')
  await make(`/3.0/lists/${listId}/members`, { email_address: ADDRESS, status: 'subscribed' })
  const segmentId = await make(`/3.0/lists/${listId}/segments`, { name: 'Some', static_segment: [ADDRESS] })
  const interestCategoryId = await make(`/3.0/lists/${listId}/interest-categories`, {
    title: 'Likes',
    type: 'checkboxes',
  })
  const interests = `/3.0/lists/${listId}/interest-categories/${interestCategoryId}/interests`
  const webhook = world.receiver()
  const sent = await campaign(world, make, listId)
  return {
    listId,
    subscriberHash,
    segmentId,
    interestCategoryId,
    interestId: await make(interests, { name: 'Tea' }),
    mergeId: await make(`/3.0/lists/${listId}/merge-fields`, { name: 'Age', type: 'number', tag: 'AGE' }, 'merge_id'),
    noteId: await make(`/3.0/lists/${listId}/members/${subscriberHash}/notes`, { note: 'Called.' }),
    webhookId: await make(`/3.0/lists/${listId}/webhooks`, { url: webhook.url }),
    batchWebhookId: await make('/3.0/batch-webhooks', { url: world.receiver().url }),
    batchId: await make('/3.0/batches', { operations: [{ method: 'GET', path: '/ping' }] }),
    month: '2026-01',
    query: 'grace',
    ...sent,
    feedbackId: await make(`/3.0/campaigns/${sent.campaignId}/feedback`, { message: 'Nice.' }, 'feedback_id'),
    campaignFolderId: await make('/3.0/campaign-folders', { name: 'A' }),
    templateFolderId: await make('/3.0/template-folders', { name: 'A' }),
    fileFolderId: await make('/3.0/file-manager/folders', { name: 'A' }),
    templateId: await make('/3.0/templates', { name: 'Plain', html: '<p mc:edit="body">Hello</p>' }),
    fileId: await make('/3.0/file-manager/files', { name: 'a.txt', file_data: 'aGVsbG8=' }),
    pageId: await make('/3.0/landing-pages', { name: 'Welcome', title: 'Welcome', type: 'signup', list_id: listId }),
    exportId: await make('/3.0/account-exports', { include_stages: ['audiences'] }, 'export_id'),
    connectedSiteId: await make('/3.0/connected-sites', { foreign_id: 'site1', domain: 'acme.test' }, 'foreign_id'),
    appId: await letIn(world),
    domainName: await make('/3.0/verified-domains', { verification_email: 'me@acme.test' }, 'domain'),
    surveyId: await make(`/3.0/lists/${listId}/surveys`, { title: 'Afterwards', sections: [] }),
    ...(await automation(world, make, listId)),
    ...(await shop(make, listId)),
    domainCode: codeOf(world),
  }
}

/** Lets the world's app in, as a person would. */
async function letIn(world: World): Promise<string> {
  const { id, secret } = world.view.oauthApp
  const redirect_uri = 'http://127.0.0.1/callback'
  const asked = await world.visit('POST', '/oauth2/authorize-post', { client_id: id, redirect_uri, answer: 'allow' })
  const code = new URL(String(asked.headers.Location)).searchParams.get('code') ?? ''
  const form = { grant_type: 'authorization_code', client_id: id, client_secret: secret, redirect_uri, code }
  await world.visit('POST', '/oauth2/token', form)
  return id
}

/** The code in the mail that verifies a domain. */
function codeOf(world: World): string {
  const mail = world.view.mails.all().find(({ kind }) => kind === 'verification')
  return /: (\w+)$/.exec(mail?.text ?? '')?.[1] ?? ''
}

type Make = (target: string, body: object, id?: string) => Promise<string>

async function campaign(world: World, make: Make, listId: string): Promise<Ids> {
  const settings = { subject_line: 'Hello', from_name: 'Acme', reply_to: 'acme@acme.test', title: 'First' }
  const campaignId = await make('/3.0/campaigns', { type: 'regular', recipients: { list_id: listId }, settings })
  await world.put(`/3.0/campaigns/${campaignId}/content`, { html: '<p><a href="https://acme.test/">Shop</a></p>' })
  await world.post(`/3.0/campaigns/${campaignId}/actions/send`)
  await world.advance(5000)
  const { json } = await world.get<{ urls_clicked: { id: string }[] }>(`/3.0/reports/${campaignId}/click-details`)
  const link = json.urls_clicked[0]?.id ?? ''
  const { e, u } = await ticket(world, listId)
  await world.visit('GET', `/track/click?u=${u}&id=${listId}&e=${e}&c=${campaignId}&l=${link}`)
  await world.visit('POST', '/unsubscribe', { u, id: listId, e, c: campaignId })
  await world.visit('POST', '/subscribe', { u, id: listId, EMAIL: ADDRESS })
  await world.visit('POST', '/subscribe/confirm', { u, id: listId, e })
  const draft = async (type = 'regular') => {
    const id = await make('/3.0/campaigns', { type, recipients: { list_id: listId }, settings })
    await world.put(`/3.0/campaigns/${id}/content`, { html: '<p>Hello</p>' })
    return id
  }
  const act = async (id: string, action: string, body?: object) => {
    await world.post(`/3.0/campaigns/${id}/actions/${action}`, body)
    return id
  }
  const later = { schedule_time: '2026-01-02T00:00:00+00:00' }
  return {
    campaignId,
    linkId: link,
    'PATCH /3.0/campaigns/{campaign_id}': await draft(),
    'DELETE /3.0/campaigns/{campaign_id}': await draft(),
    'PUT /3.0/campaigns/{campaign_id}/content': await draft(),
    send: await draft(),
    schedule: await draft(),
    unschedule: await act(await draft(), 'schedule', later),
    'cancel-send': await act(await draft(), 'send'),
    pause: await act(await draft('rss'), 'schedule', later),
    resume: await act(await act(await draft('rss'), 'schedule', later), 'pause'),
  }
}

/** What links in mails know a member by. */
async function ticket(world: World, listId: string): Promise<{ u: string; e: string }> {
  const { json } = await world.get<{ unique_email_id: string }>(`/3.0/lists/${listId}/members/${ADDRESS}`)
  return { u: world.view.account.accountId, e: json.unique_email_id }
}

async function automation(world: World, make: Make, listId: string): Promise<Ids> {
  const body = {
    recipients: { list_id: listId, store_id: 'store1' },
    settings: { from_name: 'Acme', reply_to: 'acme@acme.test' },
    trigger_settings: { workflow_type: 'abandonedCart' },
  }
  const workflowId = await make('/3.0/automations', body)
  await world.post(`/3.0/automations/${workflowId}/actions/start-all-emails`)
  const { json } = await world.get<{ emails: { id: string }[] }>(`/3.0/automations/${workflowId}/emails`)
  const workflowEmailId = json.emails[0]?.id ?? ''
  await make(`/3.0/automations/${workflowId}/emails/${workflowEmailId}/queue`, { email_address: ADDRESS })
  await make(`/3.0/automations/${workflowId}/removed-subscribers`, { email_address: ADDRESS })
  await world.post(`/3.0/lists/${listId}/members`, { email_address: OTHER, status: 'subscribed' })
  return { workflowId, workflowEmailId }
}

async function shop(make: Make, listId: string): Promise<Ids> {
  const storeId = await make('/3.0/ecommerce/stores', {
    id: 'store1',
    list_id: listId,
    name: 'Shop',
    currency_code: 'USD',
  })
  const store = `/3.0/ecommerce/stores/${storeId}`
  const variants = [{ id: 'v1', title: 'Blue', price: 5 }]
  const productId = await make(`${store}/products`, { id: 'p1', title: 'Cup', variants })
  const customer = { id: 'c1', email_address: ADDRESS, opt_in_status: false }
  const line = { id: 'l1', product_id: 'p1', product_variant_id: 'v1', quantity: 2, price: 5 }
  const customerId = await make(`${store}/customers`, customer)
  const orders = { customer: { id: 'c1' }, currency_code: 'USD', order_total: 10, lines: [line] }
  const rule = { id: 'r1', description: 'Ten off', amount: 0.1, type: 'percentage', target: 'total' }
  const promoRuleId = await make(`${store}/promo-rules`, rule)
  const code = { id: 'code1', code: 'TEN', redemption_url: 'https://acme.test/' }
  return {
    storeId,
    productId,
    customerId,
    variantId: 'v1',
    imageId: await make(`${store}/products/${productId}/images`, { id: 'i1', url: 'https://acme.test/cup.png' }),
    orderId: await make(`${store}/orders`, { id: 'o1', ...orders }),
    cartId: await make(`${store}/carts`, { id: 'k1', ...orders }),
    lineId: 'l1',
    promoRuleId,
    promoCodeId: await make(`${store}/promo-rules/${promoRuleId}/promo-codes`, code),
  }
}
