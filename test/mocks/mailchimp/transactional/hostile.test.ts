import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from '../../../support/digest.js'
import { account } from './support/account.js'

/** Families of operations, and how a thousand requests to each are made: the right fields with anything in them, and others. */
const FAMILIES = [
  'messages',
  'templates|mctemplates',
  'rejects|allowlists|whitelists',
  'senders|urls|users',
  'subaccounts|tags|metadata',
  'ips|inbound',
  'exports|webhooks',
]

test.each(FAMILIES)(
  'a thousand strange requests to %s: it still answers, and what is refused changes nothing',
  async (family) => {
    const it = await account({}, { strict: false, limits: false })
    const operations = it.sandbox
      .runtime('mailchimp')
      ?.description.operations.filter(({ path }) => family.split('|').includes(path.split('/')[3] ?? ''))
    const keys = [...new Set(operations?.flatMap(({ body }) => Object.keys(body?.schema.properties ?? {})) ?? [])]
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('a@b.test', '2026-01-01', '{{#a}}', '*|IF:A|*', '__proto__', '\u0000', '-1'),
    )
    const value = fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.anything({ maxDepth: 3 }),
    )
    const message = fc.record(
      { to: fc.array(fc.record({ email: text })), html: value, from_email: text, global_merge_vars: value },
      { requiredKeys: [] },
    )
    const field = fc.tuple(fc.constantFrom(...keys, 'constructor'), fc.oneof(value, message))
    const request = fc.tuple(fc.constantFrom(...(operations ?? [])), fc.array(field, { maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(request, async ([{ path }, fields]) => {
        const before = digestOf(it.world)
        const reply = await it.call(
          path.slice('/api/1.0/'.length),
          Object.fromEntries(fields.filter(([key]) => key !== 'key')),
        )
        if (reply.status === 200) return
        expect(reply.json).toMatchObject({ status: 'error', name: expect.any(String), code: expect.any(Number) })
        expect(reply.status).toBe(500)
        expect(digestOf(it.world)).toBe(before)
      }),
      { numRuns: 1000 },
    )
    expect(it.failures).toEqual([])
    expect((await it.call('users/ping')).json).toBe('PONG!')
  },
  60_000,
)
