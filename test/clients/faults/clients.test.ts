import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect as http2 } from 'node:http2'
import { join } from 'node:path'
import { promisify } from 'node:util'
import jsforce from 'jsforce'
import Stripe from 'stripe'
import { Agent, request as undiciRequest } from 'undici'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { catalog } from '../../../src/catalog.js'
import { main } from '../../../src/cli/main.js'
import { connect } from '../../../src/cli/runtime/control-client.js'
import { machine, session } from '../../cli/harness.js'
import { compileHook } from '../../doors/support/hook.js'

// Each fault, as each client reports it, over HTTP and, for certificates, HTTPS.
const on = machine()
const own = session(on)
const only = { stripe: catalog.stripe, salesforce: catalog.salesforce } as never
let ended: Promise<number>
let urls: Record<string, { http: URL; https: URL; env: Record<string, string> }> = {}
const hasCurl = spawnSync('curl', ['--version']).error === undefined

beforeAll(async () => {
  ended = main(['start', '--port-base', '0', '--no-limits', '--json'], own.terminal, { catalog: only })
  const info = JSON.parse(await own.printed('\n'))
  urls = Object.fromEntries(
    info.vendors.map(
      (vendor: {
        name: string
        vendor: string
        urls: string[]
        credentials: { variable: string; value: string }[]
      }) => [
        vendor.name ?? vendor.vendor,
        {
          http: new URL(vendor.urls.find((url) => url.startsWith('http:')) ?? ''),
          https: new URL(vendor.urls.find((url) => url.startsWith('https:')) ?? ''),
          env: Object.fromEntries(vendor.credentials.map(({ variable, value }) => [variable, value])),
        },
      ],
    ),
  )
}, 60_000)
afterAll(async () => {
  own.interrupt()
  await ended
})
beforeEach(() => control().delete('/worlds/default/faults'))

const control = () => connect(own.terminal, {})
const fault = (effect: object, vendor = 'stripe') =>
  control().post('/worlds/default/faults', { when: { vendor }, effect })
const at = (name: string) => urls[name] as NonNullable<(typeof urls)[string]>

const customers = () => `${at('stripe').http.origin}/v1/customers`
const bearer = () => ({ authorization: `Bearer ${at('stripe').env.STRIPE_SECRET_KEY}` })
type Told = {
  readonly code?: string
  readonly type?: string
  readonly cause?: Told
  readonly message?: string
  readonly errorCode?: string
}
const failure = (work: Promise<unknown>): Promise<Told> =>
  work.then(
    () => ({ code: 'none' }),
    (error: Told) => error,
  )

/** Milliseconds a client waits. Where an answer must come it waits long: a busy machine is not a fault. */
const PATIENT = 15_000
const IMPATIENT = 400

const clients: Record<string, (patience?: number) => Promise<string>> = {
  stripe: async (timeout = PATIENT) => {
    const { hostname, port } = at('stripe').http
    const stripe = new Stripe(at('stripe').env.STRIPE_SECRET_KEY ?? '', {
      host: hostname,
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
      timeout,
    })
    return (await failure(stripe.customers.list())).type ?? 'ok'
  },
  fetch: async (patience = PATIENT) => {
    const told = await failure(
      fetch(customers(), { headers: bearer(), signal: AbortSignal.timeout(patience) }).then(async (answer) => {
        const json = await answer.json()
        if (!answer.ok) throw Object.assign(new Error(), { code: String(answer.status) })
        return json
      }),
    )
    const { cause, name } = told as Told & { name?: string }
    return cause?.code ?? (name === 'SyntaxError' ? name : String(told.code))
  },
  undici: async (patience = PATIENT) => {
    const dispatcher = new Agent({ bodyTimeout: patience, headersTimeout: patience })
    const told = await failure(
      undiciRequest(customers(), { headers: bearer(), dispatcher }).then(async ({ statusCode, body }) => {
        await body.json()
        if (statusCode >= 400) throw Object.assign(new Error(), { code: String(statusCode) })
      }),
    )
    await dispatcher.destroy()
    return told.code ?? (told as { name?: string }).name ?? ''
  },
}
/** The last is what fetch of Node 26 says, which speaks HTTP/2 where it can. */
const RESET = /ECONNRESET|UND_ERR_SOCKET|ERR_HTTP2_STREAM_ERROR/
const cases: [effect: object, seen: Record<string, RegExp>, patience?: number][] = [
  [{ kind: 'rate-limit' }, { stripe: /RateLimit/, fetch: /429/, undici: /429/ }],
  [
    { kind: 'status', status: 503 },
    { stripe: /APIError/, fetch: /503/, undici: /503/ },
  ],
  [
    { kind: 'maintenance', minutes: 5 },
    { stripe: /APIError/, fetch: /503/, undici: /503/ },
  ],
  [
    { kind: 'token', state: 'expired' },
    { stripe: /Authentication/, fetch: /401/, undici: /401/ },
  ],
  [
    { kind: 'reset', when: 'after' },
    { stripe: /Connection/, fetch: RESET, undici: RESET },
  ],
  [
    { kind: 'hang', when: 'before' },
    { stripe: /Connection/, fetch: /23|Timeout|undefined/, undici: /UND_ERR_HEADERS_TIMEOUT/ },
    IMPATIENT,
  ],
  [
    { kind: 'delay', milliseconds: 2500 },
    { stripe: /Connection/, fetch: /23|Timeout|undefined/, undici: /UND_ERR_HEADERS_TIMEOUT/ },
    IMPATIENT,
  ],
  [
    { kind: 'drip', bytesPerSecond: 25 },
    // The SDK's time-out is one of silence: it waits to the end.
    { stripe: /ok/, fetch: /23|Timeout|undefined/ },
    2000,
  ],
  [
    { kind: 'truncate', keep: 0.5 },
    {
      stripe: /Connection|API/,
      fetch: /ECONNRESET|UND_ERR_SOCKET|undefined/,
      undici: /ECONNRESET|UND_ERR_SOCKET|UND_ERR_RES/,
    },
  ],
  [
    { kind: 'content-type', value: 'text/html', body: '<h1>Bad Gateway</h1>' },
    { stripe: /API/, fetch: /SyntaxError/, undici: /SyntaxError/ },
  ],
]
const table = cases.flatMap(([effect, seen, patience]) =>
  Object.entries(seen).map(([client, said]) => [client, effect, said, patience] as const),
)
test.each(table)('%s sees %o', async (client, effect, said, patience) => {
  await fault(effect)
  expect(await clients[client]?.(patience)).toMatch(said)
  await control().delete('/worlds/default/faults')
  expect(await clients[client]?.()).toMatch(/ok|none/)
})

test.each([
  [{ kind: 'status', code: 'UNABLE_TO_LOCK_ROW' }, 'UNABLE_TO_LOCK_ROW'],
  [{ kind: 'rate-limit' }, 'REQUEST_LIMIT_EXCEEDED'],
  [{ kind: 'token', state: 'revoked' }, 'INVALID_SESSION_ID'],
])('jsforce sees %o', async (effect, code) => {
  const { http, env } = at('salesforce')
  const connection = new jsforce.Connection({ instanceUrl: http.origin, accessToken: env.SF_ACCESS_TOKEN ?? '' })
  await fault(effect, 'salesforce')
  expect((await failure(Promise.resolve(connection.query('SELECT Id FROM User')))).errorCode).toBe(code)
})

test.skipIf(!hasCurl).each([
  ['reset', { kind: 'reset', when: 'before' }, 56],
  ['a truncated answer', { kind: 'truncate', keep: 0.5 }, 18],
  ['a hang', { kind: 'hang', when: 'before' }, 28],
  ['a certificate that has expired', { kind: 'tls', problem: 'expired' }, 60],
  ['a certificate of another host', { kind: 'tls', problem: 'wrong-host' }, 60],
  ['a certificate that nobody vouches for', { kind: 'tls', problem: 'untrusted' }, 60],
])('curl sees %s', async (_what, effect: { kind: string }, code) => {
  await fault(effect)
  const { http, https } = at('stripe')
  const base = effect.kind === 'tls' ? https.origin : http.origin
  const args = [
    '--silent',
    '--noproxy',
    '*',
    '--max-time',
    // Only a hang is waited for.
    effect.kind === 'hang' ? '1' : '15',
    `${base}/v1/customers`,
    '-H',
    `Authorization: ${bearer().authorization}`,
  ]
  const ended = await promisify(execFile)('curl', args).then(
    () => 0,
    (error: { code: number }) => error.code,
  )
  expect(ended).toBe(code)
})

test('an answer that is subtly wrong is taken by every client: a field that is gone, null or of another type', async () => {
  const { hostname, port } = at('stripe').http
  const stripe = new Stripe(at('stripe').env.STRIPE_SECRET_KEY ?? '', { host: hostname, port, protocol: 'http' })
  const read = async () => (await fetch(customers(), { headers: bearer() })).json()
  const changes = { missing: undefined, null: null, type: expect.not.stringMatching(/^list$/) }
  for (const [change, seen] of Object.entries(changes)) {
    await control().delete('/worlds/default/faults')
    await fault({ kind: 'data', path: 'object', change })
    expect((await stripe.customers.list()).object).toEqual(seen)
    expect(((await read()) as { object?: unknown }).object).toEqual(seen)
  }
})

// Under `standin run`: the vendor's own name, certificates checked, in a process of its own.
// It has the terminal's own streams, so it says what it saw in a file.
const seenFile = join(on.dir, 'seen')
const program = (patience: number) => `
import { writeFileSync } from 'node:fs'
fetch('https://api.stripe.com/v1/customers', {
  headers: { authorization: 'Bearer ' + process.env.STRIPE_SECRET_KEY },
  signal: AbortSignal.timeout(${patience}),
}).then(async (answer) => { await answer.json(); return answer.status }).catch((error) => error.cause?.code ?? error.name)
  .then((seen) => writeFileSync(${JSON.stringify(seenFile)}, String(seen)))`

test.each([
  ['nothing', undefined, /^200$/, PATIENT],
  ['a 503', { kind: 'status', status: 503 }, /^503$/, PATIENT],
  ['a reset', { kind: 'reset', when: 'after' }, RESET, PATIENT],
  ['a hang', { kind: 'hang', when: 'before' }, /TimeoutError/, IMPATIENT],
  [
    'a page in place of JSON',
    { kind: 'content-type', value: 'text/html', body: '<h1>no</h1>' },
    /SyntaxError/,
    PATIENT,
  ],
  ['a certificate that has expired', { kind: 'tls', problem: 'expired' }, /CERT_HAS_EXPIRED/, PATIENT],
])('a program under `standin run` sees %s', async (_what, effect, seen, patience) => {
  if (effect) await fault(effect)
  const hookUrl = await compileHook(on.dir)
  const child = session(on)
  const args = ['run', '--attach', '--', process.execPath, '--input-type=module', '-e', program(patience)]
  expect(await main(args, child.terminal, { catalog: only, hookUrl })).toBe(0)
  expect(readFileSync(seenFile, 'utf8')).toMatch(seen)
})

test('an HTTP/2 client sees a status, and its stream ended by a reset', async () => {
  const ask = async () => {
    const client = http2(at('stripe').https.origin, { rejectUnauthorized: false })
    try {
      return await new Promise<string>((resolve) => {
        client.on('error', (error: { code?: string }) => resolve(error.code ?? 'error'))
        const stream = client.request({ ':path': '/v1/customers', authorization: bearer().authorization })
        let status = 0
        stream.on('response', (headers) => {
          status = Number(headers[':status'])
        })
        stream.on('error', (error: { code?: string }) => resolve(error.code ?? 'error'))
        stream.on('close', () => resolve(status ? String(status) : 'no answer'))
        stream.resume()
        stream.end()
      })
    } finally {
      client.destroy()
    }
  }
  expect(await ask()).toBe('200')
  await fault({ kind: 'status', status: 503 })
  expect(await ask()).toBe('503')
  await control().delete('/worlds/default/faults')
  await fault({ kind: 'reset', when: 'before' })
  expect(await ask()).not.toMatch(/^\d/)
})
