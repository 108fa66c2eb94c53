import Stripe from 'stripe'
import { afterEach, expect, test } from 'vitest'
import { type SandboxInProcess, setupSandbox } from '../../src/index.js'

let sandbox: SandboxInProcess | undefined
afterEach(() => sandbox?.close())

async function started(scenario: string) {
  sandbox = await setupSandbox({ vendors: ['stripe'], deliver: () => 200 })
  sandbox.listen()
  const running = await sandbox.scenario(scenario)
  return { running, stripe: new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? '', { maxNetworkRetries: 0 }) }
}

const payment = {
  amount: 2000,
  currency: 'usd',
  payment_method: 'pm_card_visa',
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  metadata: { order_id: '42' },
} as const

test('a test is the integration, and a scenario judges it', async () => {
  const { running, stripe } = await started('rate-limited-in-a-loop')
  await expect(stripe.paymentIntents.create(payment)).rejects.toMatchObject({ statusCode: 429 })
  await expect(stripe.paymentIntents.create(payment)).rejects.toMatchObject({ statusCode: 429 })
  const report = await running.check()
  expect(report.outcome).toBe('failed')
  expect(report.expectations.find(({ kind }) => kind === 'retryAfter')?.state).toBe('broken')
  await expect(running.verify()).rejects.toThrow(
    /✗ POST \/v1\/payment_intents waits as long as Retry-After says\n.*#2 came after/,
  )
  // What it brought about is over.
  expect((await stripe.paymentIntents.create(payment)).status).toBe('succeeded')
})

test('one that holds gives its report', async () => {
  const { running, stripe } = await started('card-declined-again')
  const declined = { ...payment, payment_method: 'pm_card_visa_chargeDeclined' }
  await expect(stripe.paymentIntents.create(declined)).rejects.toMatchObject({ statusCode: 402 })
  expect((await running.verify()).outcome).toBe('passed')
})

test('one that there is not is not found, with the nearest', async () => {
  await expect(started('rate-limited-in-a-lop')).rejects.toThrow("There is no scenario 'rate-limited-in-a-lop'.")
})
