import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Fault, faultSchema } from '../../../src/engine/faults/schema.js'

const good: [what: string, fault: Fault][] = [
  [
    'everything that matches a request',
    {
      name: 'charge times out after commit',
      when: {
        vendor: 'stripe',
        operation: ['POST /v1/charges', 'POST /v1/payment_intents*'],
        body: { 'metadata.order_id': '42', amount: 1000 },
        query: { limit: 3 },
        header: { 'idempotency-key': { matches: '^ord_' } },
        nth: { from: 2, to: 4 },
        probability: 0.25,
        between: ['0s', '90s'],
      },
      times: 1,
      effect: { kind: 'hang', when: 'after' },
    },
  ],
  ['a fixed delay', { effect: { kind: 'delay', milliseconds: 300 } }],
  ['a uniform delay', { effect: { kind: 'delay', uniform: [100, 900] } }],
  ['a log-normal delay', { effect: { kind: 'delay', median: 200, p95: 900 } }],
  ['a code alone', { effect: { kind: 'status', code: 'lock_timeout' } }],
  ['a stale answer', { effect: { kind: 'data', change: 'stale' } }],
  ['a window in times', { when: { between: ['2026-01-01T00:00:00Z', '2026-01-02'] }, effect: { kind: 'rate-limit' } }],
  [
    'a webhook',
    { when: { event: 'charge.*', endpoint: 'we_1' }, effect: { kind: 'webhook', change: 'delay', by: '10s' } },
  ],
  ['TLS', { when: { vendor: 'stripe' }, effect: { kind: 'tls', problem: 'expired' } }],
]
test.each(good)('%s is a fault, and is kept as it was written', (_what, fault) => {
  expect(faultSchema.parse(fault)).toEqual(fault)
})

const bad: [said: string, path: string, fault: unknown][] = [
  ['a delay is one of', 'effect', { effect: { kind: 'delay' } }],
  ['a delay is one of', 'effect', { effect: { kind: 'delay', milliseconds: 1, uniform: [1, 2] } }],
  ['median and p95 belong together', 'effect.median', { effect: { kind: 'delay', median: 3 } }],
  ['give a status, a code, or both', 'effect', { effect: { kind: 'status' } }],
  ['write a length of time as', 'effect.by', { effect: { kind: 'webhook', change: 'delay', by: 'soon' } }],
  [
    'not matched by operation',
    'when.operation',
    { when: { operation: 'GET /x' }, effect: { kind: 'webhook', change: 'drop' } },
  ],
  ['not matched by event', 'when.event', { when: { event: 'x' }, effect: { kind: 'reset', when: 'after' } }],
  ['smaller number first', 'when.nth.to', { when: { nth: { from: 3, to: 2 } }, effect: { kind: 'rate-limit' } }],
  [
    'no regular expression',
    'when.body.name.matches',
    { when: { body: { name: { matches: '(' } } }, effect: { kind: 'rate-limit' } },
  ],
  [
    'write a length of time since',
    'when.between.1',
    { when: { between: ['0s', 'later'] }, effect: { kind: 'rate-limit' } },
  ],
]
test.each(bad)('what is wrong is said where it stands: %s, at %s', (said, path, fault) => {
  const issues = faultSchema.safeParse(fault).error?.issues ?? []
  const told = issues.flatMap((issue) => (issue.code === 'invalid_union' ? [issue, ...issue.errors.flat()] : [issue]))
  expect(told.map((issue) => issue.message).join('; ')).toContain(said)
  expect(issues.map((issue) => issue.path.join('.'))).toContain(path)
})

test('editors get a JSON Schema of it', () => {
  expect(z.toJSONSchema(faultSchema)).toMatchObject({
    type: 'object',
    required: ['effect'],
    additionalProperties: false,
  })
})
