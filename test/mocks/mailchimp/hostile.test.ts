import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../support/digest.js'
import { mailchimpWorld } from '../../support/mailchimp.js'

// A thousand requests for each family of operations, of any shape: what is refused changes nothing, and all is still answered.
const FAMILIES = [
  'lists',
  'campaigns',
  'reports',
  'ecommerce',
  'automations',
  'batches',
  'templates',
  'file-manager',
  'landing-pages',
  'audiences',
  'sms-campaigns',
  'connected-sites|verified-domains|account-exports|batch-webhooks|search|customer-journeys',
]
const RUNS = 1000

let world: Awaited<ReturnType<typeof mailchimpWorld>>
let list: string
beforeAll(async () => {
  world = await mailchimpWorld({ strict: false, frozen: true })
  list = (await world.list()).id
})

const value: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 2 })
const names = [
  'id',
  'name',
  'email_address',
  'status',
  'type',
  'recipients',
  'settings',
  'operations',
  'merge_fields',
  'lines',
  '__proto__',
]
const body = fc.oneof(fc.dictionary(fc.constantFrom(...names), value), value, fc.string())

describe('of any shape', () => {
  test.each(FAMILIES)(
    '%s',
    async (family) => {
      const operations = (world.sandbox.runtime('mailchimp')?.description.operations ?? []).filter(({ path }) =>
        family.split('|').some((name) => path.startsWith(`/3.0/${name}`)),
      )
      const id = fc.oneof(fc.constant(list), fc.stringMatching(/^[0-9a-f]{1,10}$/), fc.webSegment())
      const request = fc.tuple(fc.constantFrom(...operations), fc.array(id, { minLength: 6, maxLength: 6 }), body)
      const call = { GET: world.get, POST: world.post, PUT: world.put, PATCH: world.patch, DELETE: world.delete }
      await fc.assert(
        fc.asyncProperty(request, async ([operation, ids, sent]) => {
          // What makes the audience go away would leave the others nothing to be about.
          fc.pre(operation.key !== 'DELETE /3.0/lists/{list_id}')
          let at = 0
          const target = operation.path.replace(/\{[^}]+\}/g, () => encodeURIComponent(ids[at++] ?? '') || 'x')
          const before = digestOf(world.world)
          const ask = call[operation.method as keyof typeof call]
          const { status } = await ask(target, operation.method === 'GET' ? undefined : sent)
          expect(status === 501 || status < 500).toBe(true)
          if (status >= 400 || operation.method === 'GET') expect(digestOf(world.world)).toBe(before)
        }),
        { numRuns: RUNS },
      )
      expect((await world.get(`/3.0/lists/${list}`)).json).toMatchObject({ name: expect.anything() })
    },
    60_000,
  )
})
