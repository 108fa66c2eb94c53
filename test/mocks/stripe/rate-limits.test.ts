import { expect, test } from 'vitest'
import { stripeWorld } from '../../support/stripe.js'

test('the 26th request of a second is refused, and told by which limit', async () => {
  const { send, world } = await stripeWorld({ frozen: false })

  const answers = []
  for (let i = 0; i < 60; i++) answers.push(await send({ target: '/v1/customers' }))
  const refused = answers.find(({ status }) => status === 429)

  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(25)
  expect(refused?.json.error).toMatchObject({
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: expect.stringMatching(/^Request rate limit exceeded\./),
  })
  expect(refused?.headers['Stripe-Rate-Limited-Reason']).toBe('global-rate')
  expect(refused?.headers['Retry-After']).toBeUndefined()
  world.close()
})

test('while the clock stands still there is no limit', async () => {
  const { send } = await stripeWorld()

  for (let i = 0; i < 60; i++) expect((await send({ target: '/v1/customers' })).status).toBe(200)
})

test('a refused request is not kept under its idempotency key', async () => {
  const { send, world } = await stripeWorld({ frozen: false })
  const create = { method: 'POST', target: '/v1/customers', headers: { 'idempotency-key': 'k' } }
  let last = await send({ target: '/v1/customers' })
  while (last.status === 200) last = await send({ target: '/v1/customers' })
  expect((await send(create)).status).toBe(429)

  world.limits = false
  const { status, headers } = await send(create)

  expect([status, headers['Idempotent-Replayed']]).toEqual([200, undefined])
  world.close()
})
