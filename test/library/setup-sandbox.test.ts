import Stripe from 'stripe'
import { afterEach, expect, test } from 'vitest'
import { type DeliveryRequest, type SandboxInProcess, setupSandbox } from '../../src/index.js'

let sandbox: SandboxInProcess | undefined
afterEach(() => sandbox?.close())

const card = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' }, confirm: true } as const

test('the official SDK pays with a test card, its own host name unchanged', async () => {
  sandbox = await setupSandbox({ strict: true })
  sandbox.listen()
  const stripe = new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? '')
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    payment_method: 'pm_card_visa',
    ...card,
  })
  expect(intent.status).toBe('succeeded')
  expect(sandbox.logs()[0]).toMatchObject({ operation: 'POST /v1/payment_intents', status: 200, fidelity: 'modelled' })
})

test('a webhook comes to a function, signed, and is tried again when the function says no', async () => {
  const got: DeliveryRequest[] = []
  sandbox = await setupSandbox({
    frozen: true,
    deliver: (request) => {
      got.push(request)
      return got.length === 1 ? 500 : 200
    },
  })
  sandbox.listen()
  const stripe = new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? '')
  const endpoint = await stripe.webhookEndpoints.create({
    url: 'http://localhost:3000/hook',
    enabled_events: ['customer.created'],
  })
  await stripe.customers.create({ email: 'ada@example.test' })
  await sandbox.settled()
  await sandbox.advance('1d')
  expect(got).toHaveLength(2)
  const [, again] = got
  const event = stripe.webhooks.constructEvent(
    again?.body ?? '',
    again?.headers['Stripe-Signature'] ?? '',
    endpoint.secret ?? '',
  )
  expect(event.type).toBe('customer.created')
  expect(sandbox.deliveries()[0]?.state).toBe('delivered')
})

test('a key that was not minted here is refused, and a live one is kept nowhere', async () => {
  sandbox = await setupSandbox()
  sandbox.listen()
  await expect(new Stripe('sk_test_of_somebody_else').customers.list()).rejects.toMatchObject({ statusCode: 401 })
  const live = `sk_live_${'a'.repeat(24)}`
  const refusal = await new Stripe(live).customers.list().catch((error: Error) => error)
  expect(refusal).toMatchObject({ statusCode: 401 })
  expect(JSON.stringify([refusal, sandbox.logs()])).not.toContain(live)
})

test('worlds have their own keys and state', async () => {
  sandbox = await setupSandbox()
  sandbox.listen()
  const other = sandbox.world('other')
  await new Stripe(other.env.STRIPE_SECRET_KEY ?? '').customers.create({ name: 'Only there' })
  expect((await new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? '').customers.list()).data).toEqual([])
})

test('a fault makes the SDK see a reset connection', async () => {
  sandbox = await setupSandbox()
  sandbox.listen()
  const stop = sandbox.fault({ when: { vendor: 'stripe' }, effect: { kind: 'reset', when: 'before' } })
  const stripe = new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? '', { maxNetworkRetries: 0 })
  await expect(stripe.customers.list()).rejects.toMatchObject({ type: 'StripeConnectionError' })
  stop()
  expect((await stripe.customers.list()).data).toEqual([])
})
