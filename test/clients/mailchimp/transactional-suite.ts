/** The official client, as far as these tests use it: a function for each operation, in groups. Errors are given, not thrown. */
export interface TransactionalClient {
  basePath: string
  readonly [group: string]: unknown
}

/** What one call showed. */
export type Seen = readonly [operation: string, answer: unknown]

type Call = (operation: string, body?: object) => Promise<unknown>

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever was answered
type Any = any

const HOOK = 'https://hooks.shop.test/mandrill'
const RAW = 'From: shop@example.com\r\nTo: help@in.shop.test\r\nSubject: Help\r\n\r\nPlease.'
const MESSAGE = {
  from_email: 'shop@example.com',
  subject: 'Order *|NO|*',
  html: '<p>Order *|NO|* <a href="https://shop.test/o">here</a></p>',
  to: [{ email: 'ada@example.com', name: 'Ada' }],
  merge_vars: [{ rcpt: 'ada@example.com', vars: [{ name: 'no', content: '42' }] }],
  tags: ['order'],
}

/** Calls every operation of the client, in an order in which each has what it needs. */
export async function walk(client: TransactionalClient): Promise<Seen[]> {
  const seen: Seen[] = []
  const call: Call = async (operation, body = {}) => {
    const [group = '', method = ''] = operation.split('.')
    const send = (client[group] as Record<string, (body: object) => Promise<Any>>)[method]
    if (!send) throw new Error(`The client has no ${operation}.`)
    const answer = await send.call(client[group], { ...body })
    const shown = answer instanceof Error ? failure(answer) : answer
    seen.push([operation, shown])
    return shown
  }
  await account(call)
  await templates(call)
  await messages(call)
  await lists(call)
  await domains(call)
  await addresses(call)
  await inbound(call)
  await reports(call)
  return seen
}

function failure(error: Any): object {
  return { failed: error.response?.status ?? error.message, ...error.response?.data }
}

async function account(call: Call): Promise<void> {
  await call('users.ping')
  await call('users.ping2')
  await call('users.info')
  await call('subaccounts.add', { id: 'cust', name: 'Customer', custom_quota: 10 })
  await call('subaccounts.update', { id: 'cust', notes: 'a note' })
  await call('subaccounts.pause', { id: 'cust' })
  await call('subaccounts.resume', { id: 'cust' })
  await call('subaccounts.info', { id: 'cust' })
  await call('subaccounts.list', { q: 'cu' })
  await call('metadata.add', { name: 'order_id', view_template: '{{value}}' })
  await call('metadata.update', { name: 'order_id', view_template: '#{{value}}' })
  await call('metadata.list')
  await call('metadata.delete', { name: 'order_id' })
  const hook = (await call('webhooks.add', { url: HOOK, events: ['send'] })) as Any
  await call('webhooks.update', { id: hook.id, url: `${HOOK}/2`, events: ['send', 'open'] })
  await call('webhooks.info', { id: hook.id })
  await call('webhooks.list')
  await call('webhooks.delete', { id: hook.id })
}

async function templates(call: Call): Promise<void> {
  const name = 'Order placed'
  await call('templates.add', {
    name,
    code: '<p mc:edit="main">x</p>',
    subject: 'Placed',
    publish: false,
    labels: ['a'],
  })
  await call('templates.update', { name, from_email: 'shop@example.com' })
  await call('templates.publish', { name })
  await call('templates.info', { name })
  await call('templates.list', { label: 'a' })
  await call('templates.render', {
    template_name: name,
    template_content: [{ name: 'main', content: 'Hi *|A|*' }],
    merge_vars: [{ name: 'a', content: 'Ada' }],
  })
  const to = [{ email: 'ada@example.com' }]
  await call('messages.sendTemplate', {
    template_name: name,
    template_content: [{ name: 'main', content: 'Hi' }],
    message: { to },
  })
  await call('templates.timeSeries', { name })
  await call('templates.delete', { name })
  await call('mctemplates.mcTemplatesList')
  await call('mctemplates.mcTemplatesInfo', { mc_template_id: 1 })
  await call('mctemplates.mcTemplatesRender', { mc_template_id: 1 })
  await call('mctemplates.mcTemplatesTimeSeries', { mc_template_id: 1 })
  await call('messages.sendMcTemplate', { mc_template_id: 1, message: { to } })
}

async function messages(call: Call): Promise<void> {
  const [sent] = (await call('messages.send', { message: { ...MESSAGE, subaccount: 'cust' } })) as Any
  await call('messages.info', { id: sent._id })
  await call('messages.content', { id: sent._id })
  await call('messages.search', { query: 'email:ada@example.com' })
  await call('messages.searchTimeSeries', { query: 'ada' })
  await call('messages.parse', { raw_message: RAW })
  await call('messages.sendRaw', { raw_message: RAW })
  const [later] = (await call('messages.send', { message: MESSAGE, send_at: '2026-12-24 10:00:00' })) as Any
  await call('messages.reschedule', { id: later._id, send_at: '2026-12-25 10:00:00' })
  await call('messages.listScheduled')
  await call('messages.cancelScheduled', { id: later._id })
  const sms = { text: 'Hi', to: ['+4930123456'], from: '+4930654321', consent: 'onetime' }
  await call('messages.sendSms', { message: { sms } })
  await call('messages.info', { id: 'nobody' })
  await call('subaccounts.delete', { id: 'cust' })
}

async function lists(call: Call): Promise<void> {
  const email = 'eve@example.com'
  await call('rejects.add', { email, comment: 'no' })
  await call('rejects.list', { email })
  await call('rejects.delete', { email })
  await call('rejects.addSms', { phone: '+4930123456' })
  await call('rejects.listSms')
  await call('rejects.deleteSms', { phone: '+4930123456' })
  await call('allowlists.add', { email })
  await call('allowlists.list')
  await call('allowlists.delete', { email })
}

async function domains(call: Call): Promise<void> {
  await call('senders.list')
  await call('users.senders')
  await call('senders.info', { address: 'shop@example.com' })
  await call('senders.timeSeries', { address: 'shop@example.com' })
  await call('senders.addDomain', { domain: 'shop.test' })
  await call('senders.checkDomain', { domain: 'shop.test' })
  await call('senders.verifyDomain', { domain: 'shop.test', mailbox: 'postmaster' })
  await call('senders.domains')
  await call('senders.deleteDomain', { domain: 'shop.test' })
  await call('urls.addTrackingDomain', { domain: 'track.invalid' })
  await call('urls.checkTrackingDomain', { domain: 'track.invalid' })
  await call('urls.trackingDomains')
  await call('urls.deleteTrackingDomain', { domain: 'track.invalid' })
}

async function addresses(call: Call): Promise<void> {
  await call('ips.provision', { warmup: true })
  await call('ips.provision')
  const [{ ip }] = (await call('ips.list')) as Any
  await call('ips.info', { ip })
  await call('ips.cancelWarmup', { ip })
  await call('ips.startWarmup', { ip })
  await call('ips.createPool', { pool: 'second' })
  await call('ips.setPool', { ip, pool: 'second' })
  await call('ips.poolInfo', { pool: 'second' })
  await call('ips.listPools')
  await call('ips.checkCustomDns', { ip, domain: 'mail.shop.test' })
  await call('ips.setCustomDns', { ip, domain: 'mail.shop.test' })
  await call('ips.delete', { ip })
  await call('ips.deletePool', { pool: 'second' })
}

async function inbound(call: Call): Promise<void> {
  const domain = 'in.shop.test'
  await call('inbound.addDomain', { domain })
  await call('inbound.checkDomain', { domain })
  await call('inbound.domains')
  const route = (await call('inbound.addRoute', { domain, pattern: 'help*', url: HOOK })) as Any
  await call('inbound.updateRoute', { id: route.id, pattern: '*' })
  await call('inbound.routes', { domain })
  await call('inbound.sendRaw', { raw_message: RAW })
  await call('inbound.deleteRoute', { id: route.id })
  await call('inbound.deleteDomain', { domain })
}

async function reports(call: Call): Promise<void> {
  await call('tags.list')
  await call('tags.info', { tag: 'order' })
  await call('tags.timeSeries', { tag: 'order' })
  await call('tags.allTimeSeries')
  await call('tags.delete', { tag: 'order' })
  const job = (await call('exports.activity', { tags: ['order'] })) as Any
  await call('exports.rejects')
  await call('exports.whitelist')
  await call('exports.allowlist', { notify_email: 'ada@example.com' })
  await call('exports.info', { id: job.id })
  await call('exports.list')
}

/** Names of all operations that a client has: `messages.sendTemplate`. */
export function operationsOf(client: TransactionalClient): string[] {
  return Object.entries(client).flatMap(([group, value]) =>
    typeof value === 'object' && value !== null && 'apiClient' in value
      ? Object.keys(value)
          .filter((method) => method !== 'apiClient')
          .map((method) => `${group}.${method}`)
      : [],
  )
}

/** The same whatever the door: links lead to where the client came in. */
export function comparable(seen: readonly Seen[]): unknown {
  const text = JSON.stringify(seen).replaceAll(
    /https?:\/\/(?:127\.0\.0\.1|localhost|mandrillapp\.com)(?::\d+)?\//g,
    'https://here/',
  )
  return JSON.parse(text)
}
