import { afterAll, beforeAll, expect, test } from 'vitest'
import { pinnedDescription } from '../../../contracts/pinned.js'
import { stripeProbeRules as rules } from '../../../contracts/stripe/probe-rules.js'
import { isHttp } from '../../../src/contracts/pact/pact-file.js'
import { guardProbe } from '../../../src/contracts/probe/guard.js'
import { countWrites, probe } from '../../../src/contracts/probe/probe.js'
import type { Exchange, Reply } from '../../../src/engine/exchange.js'
import { actedVendor, type Body, editing, recordedContract } from './acted-vendor.js'

const pact = await recordedContract()
const description = pinnedDescription('stripe')
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

async function probed(change?: (request: Exchange, reply: Reply, body: Body) => Reply) {
  if (!description) throw new Error('run npm run generate')
  const acted = await actedVendor(change)
  closing.push(acted.close)
  const base = guardProbe(rules, acted.url, acted.key)
  const report = await probe({
    pacts: [pact],
    vendor: 'stripe',
    base,
    rules,
    credential: acted.key,
    description,
    now: Date.now(),
    run: 'test',
  })
  const different = report.interactions.flatMap(({ operation, differences }) =>
    differences.map(({ field }) => `${operation} ${field}`),
  )
  return { ...report, asked: acted.asked, different }
}

const { different, interactions, cleanedUp, asked } = await probed()

test('a vendor that keeps the contract differs in nothing', () => {
  expect(interactions.map(({ skipped }) => skipped)).toEqual(interactions.map(() => undefined))
  expect(interactions.length).toBeGreaterThanOrEqual(8)
  expect(different).toEqual([])
  expect(cleanedUp.undone.length).toBeGreaterThan(0)
})

test('what was made is taken back, and what cannot be is named', () => {
  const customers = cleanedUp.undone.filter((id) => id.startsWith('cus_'))
  expect(customers.length).toBeGreaterThan(0)
  for (const id of customers) expect(asked).toContain(`DELETE /v1/customers/${id}`)
  expect(cleanedUp.left.every((id) => /^(?:pi|re)_/.test(id))).toBe(true)
})

const to = (request: Exchange, method: string, path: RegExp) => request.method === method && path.test(request.target)

/** What is planted in the vendor, and where it has to be found. */
const planted: Record<
  string,
  readonly [change: (request: Exchange, reply: Reply, body: Body) => Reply, found: string[]]
> = {
  'a field is missing': [
    (request, reply, body) =>
      to(request, 'GET', /^\/v1\/customers\/cus_/) ? body((json) => delete json.created) : reply,
    ['GET /v1/customers/{customer} created'],
  ],
  'a field has another type': [
    (request, reply, body) =>
      to(request, 'POST', /^\/v1\/payment_intents$/)
        ? body((json) => {
            json.amount = '20.00'
          })
        : reply,
    ['POST /v1/payment_intents amount'],
  ],
  'a field is null': [
    (request, reply, body) =>
      to(request, 'GET', /^\/v1\/payment_intents\/pi_/)
        ? body((json) => {
            json.latest_charge = null
          })
        : reply,
    ['GET /v1/payment_intents/{intent} latest_charge'],
  ],
  'a value is renamed': [
    (request, reply, body) =>
      to(request, 'POST', /^\/v1\/payment_intents$/)
        ? body((json) => {
            json.status = 'completed'
          })
        : reply,
    ['POST /v1/payment_intents status'],
  ],
  'an id has another form': [
    (request, reply, body) =>
      to(request, 'POST', /^\/v1\/refunds/)
        ? body((json) => {
            json.id = 'refund/1'
          })
        : reply,
    ['POST /v1/refunds id'],
  ],
  'a list holds other things': [
    (request, reply, body) =>
      to(request, 'GET', /^\/v1\/charges/)
        ? body((json) => {
            for (const charge of json.data) delete charge.payment_method_details.card
          })
        : reply,
    ['GET /v1/charges data.*.payment_method_details.card.last4'],
  ],
  'the status is another': [
    (request, reply) => (to(request, 'DELETE', /^\/v1\/customers/) ? { ...reply, status: 202 } : reply),
    ['DELETE /v1/customers/{customer} status'],
  ],
  'a header is gone': [
    (request, reply) => {
      const { 'Request-Id': _, 'request-id': __, ...headers } = reply.headers
      return to(request, 'POST', /^\/v1\/refunds/) ? { ...reply, headers } : reply
    },
    ['POST /v1/refunds header request-id'],
  ],
}

/** All of them at once: each is at a place of its own. */
let found: readonly string[] = []
beforeAll(async () => {
  const changes = Object.values(planted).map(([change]) => change)
  const { different } = await probed((request, reply) =>
    changes.reduce((answer, change) => change(request, answer, editing(answer)), reply),
  )
  found = different
}, 60_000)

test.each(Object.entries(planted))('%s at the vendor: found and named', (_, [, expected]) => {
  expect(found).toEqual(expect.arrayContaining(expected))
})

test('and nothing else is', () => {
  expect([...found].sort()).toEqual(
    Object.values(planted)
      .flatMap(([, expected]) => expected)
      .sort(),
  )
})

test('a state that the vendor cannot be brought to is not asked for', async () => {
  const [interaction] = pact.pact.interactions
  if (!interaction) throw new Error('nothing was recorded')
  const limited = { ...interaction, providerStates: [{ name: 'the rate limit is reached' }] }
  const own = { ...pact, pact: { ...pact.pact, interactions: [limited] } }
  const acted = await actedVendor()
  closing.push(acted.close)
  if (!description) throw new Error('run npm run generate')
  const options = { vendor: 'stripe', rules, credential: acted.key, description, now: Date.now(), run: 'test' }
  const report = await probe({ ...options, pacts: [own], base: new URL(acted.url) })
  expect(report.interactions[0]?.skipped).toContain("'the rate limit is reached' cannot be brought about")
  expect(acted.asked).toEqual([])
})

test('how much it writes is known before it writes', () => {
  const writing = pact.pact.interactions.filter((each) => isHttp(each) && each.request.method !== 'GET').length
  expect(countWrites([pact], rules)).toBeGreaterThan(writing)
})

const KEY = 'sk_test_51Example'
test.each([
  ['a live key', 'http://127.0.0.1:1', 'sk_live_51Example', /is a live one/],
  ['a key of no mode', 'http://127.0.0.1:1', 'whatever', /not one of test mode for certain/],
  ['another host', 'https://example.com', KEY, /example\.com is neither/],
  ['a host that only begins like the vendor’s', 'https://api.stripe.com.example.com', KEY, /is neither/],
  ['the vendor’s host in the clear', 'http://api.stripe.com', KEY, /own HTTPS port/],
  ['a credential in the URL', 'https://user:pass@api.stripe.com', KEY, /holds a credential/],
  ['what is no URL', 'api.stripe.com', KEY, /is no base URL/],
])('%s is refused before anything is sent', (_, url, key, message) => {
  expect(() => guardProbe(rules, url, key)).toThrow(message)
})

test('the vendor’s test host and this machine are let through', () => {
  expect(guardProbe(rules, 'https://api.stripe.com', KEY).host).toBe('api.stripe.com')
  expect(guardProbe(rules, 'http://[::1]:4011/', KEY).port).toBe('4011')
})
