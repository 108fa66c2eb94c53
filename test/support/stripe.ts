import Stripe from 'stripe'
import type { ApiKey } from '../../mocks/stripe/auth.js'
import { stripe as vendor } from '../../mocks/stripe/index.js'
import type { StripeWorld } from '../../mocks/stripe/world.js'
import type { DeliveryAnswer, DeliveryRequest } from '../../src/engine/events/delivery.js'
import type { Reply } from '../../src/engine/exchange.js'
import { Sandbox, type SandboxOptions } from '../../src/engine/sandbox.js'
import type { World } from '../../src/engine/world/world.js'

/** Where the clocks of these tests stand: 1 January 2026. */
export const NOW = Date.UTC(2026, 0, 1)
export const SECOND = 1000
export const HOUR = 3600 * SECOND
export const DAY = 24 * HOUR

type Answerer = (request: DeliveryRequest) => DeliveryAnswer | Promise<DeliveryAnswer>
export type RawRequest = {
  readonly method?: string
  readonly target: string
  readonly headers?: Record<string, string>
  readonly text?: string | Uint8Array
  /** Sent as Bearer; default the world's secret key, `null` for none. */
  readonly key?: string | null
}
/** An answer with its JSON read. */
export interface RawAnswer extends Reply {
  readonly json: Record<string, unknown> & { readonly error: Record<string, unknown> }
}

/** A failure of our own fails the test that met it: none of these is expected. */
const failures: unknown[] = []
const sandboxes = new Map<string, Promise<Sandbox>>()
const receivers = new Map<string, Answerer>()
let count = 0

/** One sandbox for each set of options, with the description read once; every test has a world of its own in it. */
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
 * A fresh world of Stripe's, with its clock frozen, every answer checked against the description, and the official SDK
 * talking to it in process. Deliveries go to receivers of the test's own, never over the network.
 */
export async function stripeWorld(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxOf(options)
  const world = sandbox.createWorld(`test-${++count}`)
  const runtime = sandbox.runtime('stripe')
  if (!runtime) throw new Error('The sandbox has no Stripe.')
  const view = world.view<StripeWorld>(runtime, '')
  const keys = keysOf(view)
  const client = (key: string = keys.secret, config: Stripe.StripeConfig = {}) => clientFor(sandbox, key, config)
  return {
    sandbox,
    world,
    view,
    keys,
    stripe: client(),
    client,
    send: (request: RawRequest) => send(sandbox, keys.secret, request),
    /** Moves the clock, and lets all that falls due on the way happen. */
    advance: (milliseconds: number) => world.scheduler.advanceTo(world.clock.now() + milliseconds),
    settled: () => world.scheduler.settled(),
    receiver: (answer?: Answerer) => receiver(world, answer),
    /** Types of the events so far, oldest first. */
    eventTypes: () => view.events.all().map(({ type }) => type as string),
  }
}

function keysOf(view: StripeWorld) {
  const of = (kind: ApiKey['kind']) => view.keys.all().find((key) => key.kind === kind)?.id ?? ''
  return { secret: of('secret'), publishable: of('publishable'), restricted: of('restricted') }
}

function clientFor(sandbox: Sandbox, key: string, config: Stripe.StripeConfig): Stripe {
  const fetchInProcess = async (input: unknown, init: RequestInit = {}) => {
    const url = new URL(String(input))
    const answer = await exchange(sandbox, {
      method: init.method ?? 'GET',
      target: url.pathname + url.search,
      host: url.hostname,
      headers: Object.fromEntries(new Headers(init.headers)),
      text: typeof init.body === 'string' || init.body instanceof Uint8Array ? init.body : '',
    })
    return new Response(answer.body as string, {
      status: answer.status,
      headers: answer.headers as Record<string, string>,
    })
  }
  return new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient(fetchInProcess as typeof fetch),
    maxNetworkRetries: 0,
    telemetry: false,
    ...config,
  })
}

async function exchange(
  sandbox: Sandbox,
  request: { method: string; target: string; host: string; headers: Record<string, string>; text: string | Uint8Array },
): Promise<Reply> {
  const { text, ...rest } = request
  const before = failures.length
  const headers = { host: rest.host, ...rest.headers }
  const outcome = await sandbox.handle({ ...rest, headers, secure: true, body: Buffer.from(text) })
  if (failures.length > before) throw failures[before]
  if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
  return outcome
}

async function send(sandbox: Sandbox, secret: string, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', target, headers = {}, text = '', key = secret } = request
  const reply = await exchange(sandbox, {
    method,
    target,
    host: 'api.stripe.com',
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(text && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    text,
  })
  const isJson = String(reply.headers['Content-Type']).includes('json')
  return { ...reply, json: isJson ? JSON.parse(reply.body as string) : {} }
}

/** Somebody who listens for webhooks: what came is kept, and answered with 200 unless the test says otherwise. */
function receiver(world: World, answer: Answerer = () => ({ status: 200, body: '' })) {
  const host = `${world.name}-${++count}.localhost`
  const received: DeliveryRequest[] = []
  receivers.set(host, (request) => {
    received.push(request)
    return answer(request)
  })
  return {
    url: `http://${host}/webhook`,
    received,
    types: () => received.map(({ body }) => (JSON.parse(body) as { type: string }).type),
    close: () => receivers.delete(host),
  }
}

/** The error that a call of the SDK ends with. Fails where it ends without one. */
export async function errorOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && !(error instanceof Stripe.errors.StripeAPIError)) return error
    if (error instanceof Stripe.errors.StripeAPIError && error.statusCode === 501) return error
    throw error
  }
  throw new Error('The call was expected to fail, and went through.')
}
