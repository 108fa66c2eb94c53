import { expect, test } from 'vitest'
import { z } from 'zod'
import { operationsOf } from '../../../contracts/document.js'
import { stripeDescription } from './description.js'

const description = await stripeDescription()

test('zod builds a validator from the body of every operation', () => {
  const failures: string[] = []
  let built = 0
  for (const [key, operation] of operationsOf(description)) {
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
      try {
        z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
        built += 1
      } catch (error) {
        failures.push(`${key}: ${String(error)}`)
      }
    }
  }
  expect(failures).toEqual([])
  expect(built).toBeGreaterThan(300)
})

test('such a validator refuses what Stripe does not know', () => {
  const body = description.paths['/v1/refunds']?.post?.requestBody?.content['application/x-www-form-urlencoded']
  const refund = z.fromJSONSchema((body?.schema ?? {}) as Parameters<typeof z.fromJSONSchema>[0])
  expect(refund.safeParse({ charge: 'ch_1', amount: 100, metadata: '' }).success).toBe(true)
  expect(refund.safeParse({ charge: 'ch_1', amont: 100 }).success).toBe(false)
  expect(refund.safeParse({ reason: 'boredom' }).success).toBe(false)
})
