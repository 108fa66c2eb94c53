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

test('limits are as the settings say, each told by its own reason', async () => {
  const limits = { search: 1, intentUpdates: 1, payoutsAtATime: 1, concurrency: 2 }
  const { send, world } = await stripeWorld({ frozen: false, settings: { stripe: { limits } } })
  const reason = async (...requests: Parameters<typeof send>[]) => {
    const answers = await Promise.all(requests.map((request) => send(...request)))
    return answers.map(({ headers }) => headers['Stripe-Rate-Limited-Reason']).filter((each) => each !== undefined)
  }
  const search = { target: '/v1/customers/search?query=email:%22a@b.test%22' }
  expect([await reason([search]), await reason([search])]).toEqual([[], ['endpoint-rate']])
  const intent = (await send({ method: 'POST', target: '/v1/payment_intents', text: 'amount=100&currency=usd' })).json
  const update = { method: 'POST', target: `/v1/payment_intents/${intent.id}`, text: 'description=x' }
  expect([await reason([update]), await reason([update])]).toEqual([[], ['resource-specific']])
  world.faults.add({ effect: { kind: 'delay', milliseconds: 20 } })
  const list = { target: '/v1/customers' }
  expect(await reason([list], [list], [list])).toEqual(['global-concurrency'])
  expect(await reason([list], [list])).toEqual([])
  world.close()
})

test('how far they are filled is told', async () => {
  const { send, world, sandbox } = await stripeWorld({ frozen: false, at: Date.UTC(2026, 0, 1) })
  for (let i = 0; i < 3; i++) await send({ target: '/v1/customers' })
  const runtime = sandbox.runtime('stripe')
  const view = runtime?.definition.limits?.view?.(world.view(runtime, ''))
  expect(view).toContainEqual({ name: 'global rate', used: 3, limit: 25, window: 1000 })
  expect(view).toContainEqual({ name: 'GET /v1/customers', used: 3, limit: 25, window: 1000 })
  world.close()
})
