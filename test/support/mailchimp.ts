import { mailchimp as vendor } from '../../mocks/mailchimp/index.js'
import type { MailchimpWorld } from '../../mocks/mailchimp/world.js'
import type { DeliveryAnswer, DeliveryRequest } from '../../src/engine/events/delivery.js'
import type { Reply } from '../../src/engine/exchange.js'
import { Sandbox, type SandboxOptions } from '../../src/engine/sandbox.js'

/** Where the clocks of these tests stand: 1 January 2026. */
export const NOW = Date.UTC(2026, 0, 1)

type Answerer = (request: DeliveryRequest) => DeliveryAnswer | Promise<DeliveryAnswer>
type Json = Record<string, never> & { readonly [name: string]: never }

export interface Answer<T = Json> extends Reply {
  readonly json: T
}

export interface Sent {
  readonly key?: string | null
  readonly headers?: Record<string, string>
  readonly host?: string
  readonly secure?: boolean
}

const failures: unknown[] = []
const sandboxes = new Map<string, Promise<Sandbox>>()
const receivers = new Map<string, Answerer>()
let count = 0

function sandboxOf(options: Partial<SandboxOptions>): Promise<Sandbox> {
  const key = JSON.stringify(options)
  let sandbox = sandboxes.get(key)
  if (!sandbox) {
    sandbox = Sandbox.create({
      vendors: [vendor],
      strict: true,
      frozen: true,
      at: NOW,
      onFailure: (error) => failures.push(error),
      transport: deliver,
      ...options,
    })
    sandboxes.set(key, sandbox)
  }
  return sandbox
}

async function deliver(request: DeliveryRequest): Promise<DeliveryAnswer> {
  const answer = receivers.get(new URL(request.url).host)
  if (!answer) throw Object.assign(new Error('Nobody listens there.'), { code: 'ECONNREFUSED' })
  return answer(request)
}

/**
 * A fresh world of Mailchimp's, with its clock frozen and every answer checked against the description. Requests go in at the
 * engine, as a door would hand them over. Webhooks go to receivers of the test's own.
 */
export async function mailchimpWorld(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxOf(options)
  const world = sandbox.createWorld(`test-${++count}`)
  const runtime = sandbox.runtime('mailchimp')
  if (!runtime) throw new Error('The sandbox has no Mailchimp.')
  const view = world.view<MailchimpWorld>(runtime, '')
  const key = view.account.apiKey
  const call = (method: string) => ask(sandbox, key, method)
  return {
    sandbox,
    world,
    view,
    key,
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
    /** A page for people: no key. */
    visit: (method: string, target: string, form?: Record<string, string>) => visit(sandbox, method, target, form),
    advance: (milliseconds: number) => world.scheduler.advanceTo(world.clock.now() + milliseconds),
    settled: () => world.scheduler.settled(),
    receiver: (answer?: Answerer) => receiver(answer),
    /** An audience with what one has to have. */
    list: async (more: object = {}) => {
      const contact = { company: 'Acme', address1: '1 Road', city: 'Town', state: 'GA', zip: '30308', country: 'US' }
      const campaign_defaults = { from_name: 'Acme', from_email: 'acme@acme.test', subject: '', language: 'en' }
      const body = {
        name: 'News',
        permission_reminder: 'You signed up.',
        email_type_option: true,
        contact,
        campaign_defaults,
      }
      return (await call('POST')('/3.0/lists', { ...body, ...more })).json as unknown as { id: string }
    },
  }
}

type Ask = <T = Json>(target: string, body?: unknown, sent?: Sent) => Promise<Answer<T>>

function ask(sandbox: Sandbox, own: string, method: string): Ask {
  return async <T>(target: string, body?: unknown, sent: Sent = {}) => {
    const { key = own, headers = {}, host = 'us6.api.mailchimp.com', secure = true } = sent
    const authorization = key === null ? {} : { authorization: `Basic ${Buffer.from(`any:${key}`).toString('base64')}` }
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
    const type = text === '' ? {} : { 'content-type': 'application/json' }
    const reply = await exchange(sandbox, {
      method,
      target,
      host,
      secure,
      headers: { ...authorization, ...type, ...headers },
      text,
    })
    const isJson = String(reply.headers['Content-Type']).includes('json')
    return { ...reply, json: (isJson ? JSON.parse(reply.body as string) : {}) as T }
  }
}

async function visit(sandbox: Sandbox, method: string, target: string, form?: Record<string, string>): Promise<Reply> {
  const { pathname, search, hostname } = new URL(target, 'https://standin.us6.list-manage.com')
  const headers: Record<string, string> = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const text = form ? new URLSearchParams(form).toString() : ''
  return exchange(sandbox, { method, target: pathname + search, host: hostname, secure: true, headers, text })
}

async function exchange(
  sandbox: Sandbox,
  request: {
    method: string
    target: string
    host: string
    secure: boolean
    headers: Record<string, string>
    text: string
  },
): Promise<Reply> {
  const { text, headers, ...rest } = request
  const before = failures.length
  const outcome = await sandbox.handle({ ...rest, headers: { host: rest.host, ...headers }, body: Buffer.from(text) })
  if (failures.length > before) throw failures[before]
  if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
  return outcome
}

/** Somebody who listens for webhooks: what came by POST is kept, with its fields read. */
function receiver(answer: Answerer = () => ({ status: 200, body: '' })) {
  const host = `receiver-${++count}.localhost`
  const checked: DeliveryRequest[] = []
  const received: DeliveryRequest[] = []
  receivers.set(host, (request) => {
    ;(request.method === 'POST' ? received : checked).push(request)
    return answer(request)
  })
  return {
    url: `http://${host}/hook`,
    /** What asked whether it is there. */
    checked,
    received,
    forms: () => received.map(({ body }) => Object.fromEntries(new URLSearchParams(body))),
    types: () => received.map(({ body }) => new URLSearchParams(body).get('type')),
    close: () => receivers.delete(host),
  }
}
