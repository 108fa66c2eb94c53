import { transactionalOf } from '../../../../../mocks/mailchimp/transactional/transactional.js'
import { mailchimp } from '../../../../../mocks/mailchimp/vendor.js'
import type { MailchimpWorld } from '../../../../../mocks/mailchimp/world.js'
import type { DeliveryRequest } from '../../../../../src/engine/events/delivery.js'
import { Sandbox, type SandboxOptions } from '../../../../../src/engine/sandbox.js'

export const NOW = Date.UTC(2026, 0, 15, 9)
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever was answered
type Any = any

interface Sent {
  /** Default the key that sends; null for none. */
  readonly key?: string | null
  /** Version in the path. Default 1.0. */
  readonly version?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers for endpoints; what a test does not say answers 200. */
type Answerer = (request: DeliveryRequest) => number

/** Parts of a body that a test does not care about. */
export const LETTER = { from_email: 'shop@example.com', subject: 'Hello', text: 'Hi there' } as const

/** A Transactional account of a test, with a clock that stands still until it is moved. Answers are checked against the description. */
export async function account(settings: Readonly<Record<string, unknown>> = {}, options: Partial<SandboxOptions> = {}) {
  const failures: unknown[] = []
  const posts: DeliveryRequest[] = []
  let answer: Answerer = () => 200
  const sandbox = await Sandbox.create({
    vendors: [mailchimp],
    strict: true,
    frozen: true,
    at: NOW,
    settings: { mailchimp: settings },
    onFailure: (error) => failures.push(error),
    transport: async (request) => {
      posts.push(request)
      return { status: answer(request), body: '' }
    },
    ...options,
  })
  const runtime = sandbox.runtime('mailchimp')
  if (!runtime) throw new Error('No Mailchimp.')
  const world = sandbox.defaultWorld
  const view = world.view<MailchimpWorld>(runtime, '')
  const env = Object.fromEntries(mailchimp.credentials.list(view).map(({ variable, value }) => [variable, value]))
  const keys = { real: env.MANDRILL_API_KEY ?? '', test: env.MANDRILL_TEST_API_KEY ?? '' }
  const request = (method: string, target: string, body = '', headers: Record<string, string> = {}) =>
    exchange(sandbox, method, target, body, headers)
  const call = async (path: string, body: Any = {}, { key = keys.real, version = '1.0', headers = {} }: Sent = {}) => {
    const text = JSON.stringify(key === null ? body : { key, ...body })
    const type = { 'content-type': 'application/json', ...headers }
    return request('POST', `/api/${version}/${path}`, text, type)
  }
  return {
    sandbox,
    world,
    view,
    tx: transactionalOf(view),
    keys,
    failures,
    /** What was sent to endpoints, oldest first. */
    posts,
    answer: (next: Answerer) => {
      answer = next
    },
    call,
    form: (path: string, text: string) =>
      request('POST', `/api/1.0/${path}`, text, { 'content-type': 'application/x-www-form-urlencoded' }),
    /** The body of an answer that is no error. */
    ok: async (path: string, body: Any = {}, sent: Sent = {}): Promise<Any> => {
      const reply = await call(path, body, sent)
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`)
      return reply.json
    },
    send: async (message: Any, more: Any = {}, sent: Sent = {}): Promise<Any> => {
      const reply = await call('messages/send', { message: { ...LETTER, ...message }, ...more }, sent)
      if (reply.status !== 200) throw new Error(`messages/send: ${reply.status} ${reply.text}`)
      return reply.json
    },
    get: (target: string, headers: Record<string, string> = {}) => request('GET', target, '', headers),
    wait: (milliseconds: number) => world.scheduler.advanceTo(world.clock.now() + milliseconds),
    /** Has something go wrong on purpose, at every call of this vendor's. */
    fault: (effect: Any) => world.faults.add({ when: { vendor: 'mailchimp' }, effect }),
    change: <T>(work: () => T): T => world.transact('test', undefined, work),
  }
}

async function exchange(
  sandbox: Sandbox,
  method: string,
  target: string,
  body: string,
  headers: Record<string, string>,
) {
  const outcome = await sandbox.handle({
    method,
    target: target.replace(/^https?:\/\/[^/]+/, ''),
    host: 'localhost',
    vendor: 'mailchimp',
    secure: true,
    headers: { host: 'localhost', ...headers },
    body: Buffer.from(body),
  })
  if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
  const bytes = Buffer.from(outcome.body as string | Uint8Array)
  const text = bytes.toString()
  let json: Any
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  return { status: outcome.status, headers: outcome.headers as Record<string, string>, text, bytes, json }
}
