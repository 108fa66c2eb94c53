import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Fault, type SandboxInProcess, setupSandbox } from '../../../src/index.js'

// The same faults through MSW: what is of the connection shows less there (docs/fidelity.md).
let sandbox: SandboxInProcess
let stripe: Stripe
beforeAll(async () => {
  sandbox = await setupSandbox({ vendors: ['stripe'] })
  sandbox.listen()
  stripe = new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? '', { maxNetworkRetries: 0, timeout: 500 })
})
afterAll(() => sandbox.close())

test.each<[Fault['effect'], RegExp]>([
  [{ kind: 'rate-limit' }, /StripeRateLimitError/],
  [{ kind: 'status', code: 'terminal_reader_timeout' }, /StripeInvalidRequestError/],
  [{ kind: 'maintenance' }, /StripeAPIError/],
  [{ kind: 'token', state: 'revoked' }, /StripeAuthenticationError/],
  [{ kind: 'reset', when: 'before' }, /StripeConnectionError/],
  [{ kind: 'content-type', value: 'text/html', body: '<h1>Bad Gateway</h1>' }, /StripeAPIError/],
])('the SDK sees %o in process', async (effect, type) => {
  const stop = sandbox.fault({ when: { vendor: 'stripe' }, effect })
  await expect(stripe.customers.list()).rejects.toMatchObject({ type: expect.stringMatching(type) })
  stop()
  expect((await stripe.customers.list()).object).toBe('list')
})

test('a lock time-out is kept under its idempotency key, a 503 is not', async () => {
  const create = () => stripe.customers.create({ name: 'Emma' }, { idempotencyKey: key })
  let key = 'lock'
  sandbox.fault({ times: 1, effect: { kind: 'status', code: 'lock_timeout' } })
  await expect(create()).rejects.toMatchObject({ code: 'lock_timeout' })
  await expect(create()).rejects.toMatchObject({ code: 'lock_timeout', headers: { 'idempotent-replayed': 'true' } })
  key = 'gateway'
  sandbox.fault({ times: 1, effect: { kind: 'status', status: 503 } })
  await expect(create()).rejects.toMatchObject({ statusCode: 503 })
  expect((await create()).name).toBe('Emma')
})

test('a fault that cannot be is refused, with the nearest that can', () => {
  expect(() => sandbox.fault({ effect: { kind: 'status', code: 'lock_timeot' } })).toThrow("is called 'lock_timeot'")
  expect(() => sandbox.fault({ when: { operation: 'POST /v1/charge' }, effect: { kind: 'rate-limit' } })).toThrow(
    "No operation is called 'POST /v1/charge'",
  )
})
