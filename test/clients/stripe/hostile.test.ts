import net from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripe as vendor } from '../../../mocks/stripe/index.js'
import { createNodeDoor, type NodeDoor } from '../../../src/doors/node/node-door.js'
import type { Reply } from '../../../src/engine/exchange.js'
import { Sandbox } from '../../../src/engine/sandbox.js'

// Whatever is sent, the stand-in answers, says what is wrong and goes on; what it refused has changed nothing.
let sandbox: Sandbox
let door: NodeDoor
let key = ''

beforeAll(async () => {
  sandbox = await Sandbox.create({ vendors: [vendor], limits: false, frozen: true })
  door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0 })
  const runtime = sandbox.runtime('stripe')
  key = (runtime && vendor.credentials.list(sandbox.defaultWorld.view(runtime, ''))[0]?.value) ?? ''
})

afterAll(async () => {
  sandbox.close()
  await door.close()
})

const PARTS = [
  'customers',
  'payment_intents',
  'cus_1',
  'confirm',
  'refunds',
  '__proto__',
  'constructor',
  '..',
  '%2e%2e',
  '%',
  '%00',
  '',
  'é',
  'v1',
  'products',
]
const KEYS = [
  'amount',
  'currency',
  'metadata',
  'metadata[a]',
  'metadata[__proto__]',
  '__proto__',
  'constructor[prototype][x]',
  'expand[]',
  'expand[0]',
  'a[b][c][d]',
  'payment_method',
  'confirm',
  'email',
  '[',
  ']',
  'limit',
  '%ff',
  'card[number]',
]
const VALUES = [
  '',
  '1',
  '-1',
  '1e309',
  'usd',
  'true',
  'null',
  '0'.repeat(400),
  'pm_card_visa',
  '%',
  '%E0%A4',
  '\u0000',
  '\ud800',
  '<script>',
  "' or 1=1",
  'data.customer.a.b.c.d',
]

const path = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 8 })), { maxLength: 6 })
  .map((parts) => `/v1/${parts.join('/')}`)
const form = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 6 })),
    fc.oneof(fc.constantFrom(...VALUES), fc.string({ maxLength: 12 })),
  ),
  { maxLength: 8 },
)
const body = fc.oneof(
  form.map((pairs) => Buffer.from(pairs.map(([name, value]) => `${name}=${value}`).join('&'))),
  fc.uint8Array({ maxLength: 200 }),
  fc.integer({ min: 1, max: 300 }).map((depth) => Buffer.from(`a${'[b]'.repeat(depth)}=1`)),
  fc.integer({ min: 1, max: 300 }).map((depth) => Buffer.from(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)),
)
const headers = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/x-www-form-urlencoded',
      'application/json',
      'multipart/form-data; boundary=x',
      'text/xml',
      'nonsense',
      '',
    ),
    'idempotency-key': fc.oneof(fc.string({ maxLength: 8 }), fc.constant('k'.repeat(300))),
    'stripe-version': fc.constantFrom('2026-10-28.endive', '2020-08-27', 'tomorrow'),
    'stripe-account': fc.string({ maxLength: 8 }),
  },
  { requiredKeys: [] },
)
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'HEAD'),
  path,
  query: fc.oneof(
    fc.constant(''),
    form.map((pairs) => `?${pairs.map((pair) => pair.join('=')).join('&')}`),
  ),
  headers,
  body,
  known: fc.boolean(),
})

const rows = () =>
  JSON.stringify(
    sandbox.defaultWorld.allTables
      .filter(({ name, size }) => size > 0 && !name.includes('idempotency'))
      .map((table) => [table.name, table.size]),
  )

test('10,000 random requests are all answered, none with a failure of ours, and what is refused changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path: at, query, headers: sent, body: bytes, known }) => {
      const before = rows()
      const outcome = (await sandbox.handle({
        method,
        target: at + query,
        host: 'api.stripe.com',
        headers: { ...sent, host: 'api.stripe.com', authorization: `Bearer ${known ? key : 'sk_test_nobody'}` },
        body: bytes,
        secure: true,
      })) as Reply
      expect(outcome.kind).toBe('reply')
      // What is not simulated says so, by name: the one answer of 500 and more.
      if (outcome.status >= 500)
        expect([outcome.status, String(outcome.body)]).toEqual([
          501,
          expect.stringContaining('Standin does not simulate'),
        ])
      // A refused payment is kept on purpose (402); everything else that is refused leaves no trace.
      if (outcome.status >= 400 && outcome.status !== 402) expect(rows()).toBe(before)
    }),
    { numRuns: 10_000 },
  )
  expect({}).not.toHaveProperty('x')
}, 120_000)

/** What a raw connection is answered; undefined where it is cut. */
function raw(...chunks: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(door.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (answer.includes('\r\n\r\n')) socket.end()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    for (const chunk of chunks) socket.write(chunk)
  })
}

const POST = `POST /v1/customers HTTP/1.1\r\nHost: api.stripe.com\r\nAuthorization: Bearer `

test('bodies that are cut, contradictory or huge are refused, and the next request is answered', async () => {
  const before = rows()
  const auth = `${POST}${key}\r\nContent-Type: application/x-www-form-urlencoded\r\n`
  expect(await raw(`${auth}Transfer-Encoding: chunked\r\n\r\nzz\r\nemail=a\r\n`)).toMatch(/^HTTP\/1.1 400/)
  expect(await raw(`${auth}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1.1 400/)
  expect(await raw('\u0000\u0001 nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
  expect(await raw(`${auth}Content-Length: ${11 * 1024 * 1024}\r\n\r\n`, Buffer.alloc(11 * 1024 * 1024, 'a'))).toMatch(
    /^HTTP\/1.1 4\d\d/,
  )
  const cut = net.connect(door.port, '127.0.0.1')
  await new Promise<void>((resolve) =>
    cut.write(`${auth}Transfer-Encoding: chunked\r\n\r\n7\r\nemail=a`, () => resolve()),
  )
  cut.destroy()
  expect(rows()).toBe(before)
  expect(
    await raw(`GET /v1/customers HTTP/1.1\r\nHost: api.stripe.com\r\nAuthorization: Bearer ${key}\r\n\r\n`),
  ).toMatch(/^HTTP\/1.1 200/)
})
