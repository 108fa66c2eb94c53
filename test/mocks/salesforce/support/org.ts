import { salesforce } from '../../../../mocks/salesforce/vendor.js'
import type { SalesforceWorld } from '../../../../mocks/salesforce/world.js'
import { Sandbox, type SandboxOptions } from '../../../../src/engine/sandbox.js'

const START = Date.UTC(2026, 0, 15, 9)

export interface Request {
  readonly method?: string
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly csv?: string
  /** Access token; default the administrator's, null for none. */
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly host?: string
}

export interface Response {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever was answered
  readonly json: any
}

/** An org for a test, with a clock that stands still until it is moved. */
export async function org(settings: Readonly<Record<string, unknown>> = {}, options: Partial<SandboxOptions> = {}) {
  const failures: unknown[] = []
  const sandbox = await Sandbox.create({
    vendors: [salesforce],
    frozen: true,
    at: START,
    limits: false,
    settings: { salesforce: settings },
    onFailure: (error) => failures.push(error),
    ...options,
  })
  const runtime = sandbox.runtime('salesforce')
  if (!runtime) throw new Error('No Salesforce.')
  const world = sandbox.defaultWorld
  const view = world.view<SalesforceWorld>(runtime, '')
  const env = Object.fromEntries(salesforce.credentials.list(view).map(({ variable, value }) => [variable, value]))
  const variable = (name: string): string => {
    const value = env[name]
    if (value === undefined) throw new Error(`No ${name}.`)
    return value
  }
  const send = (target: string, request: Request = {}) =>
    sendTo(sandbox, target, { token: variable('SF_ACCESS_TOKEN'), ...request })
  const wait = (milliseconds: number) => world.scheduler.advanceTo(world.clock.now() + milliseconds)
  const change = <T>(work: (view: SalesforceWorld) => T): T => world.transact('test', undefined, () => work(view))
  const login = async (username: string) => {
    const user = view.rights.byUsername(username)
    const form = {
      grant_type: 'password',
      client_id: variable('SF_CLIENT_ID'),
      client_secret: variable('SF_CLIENT_SECRET'),
      username,
      password: user?.password ?? '',
    }
    return String((await send('/services/oauth2/token', { method: 'POST', form, token: null })).json.access_token)
  }
  return { sandbox, world, view, env: variable, send, wait, change, login, failures }
}

export async function sendTo(sandbox: Sandbox, target: string, request: Request): Promise<Response> {
  const { method = 'GET', token = null, host = 'localhost', headers = {} } = request
  const [contentType, body] = bodyOf(request)
  const outcome = await sandbox.handle({
    method,
    target,
    host,
    vendor: 'salesforce',
    secure: true,
    headers: {
      host,
      ...(contentType && { 'content-type': contentType }),
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: Buffer.from(body),
  })
  if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
  const text = await textOf(outcome.body)
  return { status: outcome.status, headers: outcome.headers, text, json: parsed(text) }
}

async function textOf(body: string | Uint8Array | AsyncIterable<string | Uint8Array>): Promise<string> {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return Buffer.from(body).toString()
  let text = ''
  for await (const chunk of body) text += Buffer.from(chunk).toString()
  return text
}

function bodyOf({ json, form, csv }: Request): [string, string] {
  if (json !== undefined) return ['application/json', JSON.stringify(json)]
  if (form !== undefined) return ['application/x-www-form-urlencoded', new URLSearchParams(form).toString()]
  if (csv !== undefined) return ['text/csv', csv]
  return ['', '']
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
