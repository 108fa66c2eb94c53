import Stripe from 'stripe'
import { afterEach, expect, test, vi } from 'vitest'
import { type SandboxInProcess, setupSandbox } from '../../../src/index.js'

// Starting a sandbox in process reads all that Stripe has, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let sandbox: SandboxInProcess | undefined
afterEach(() => sandbox?.close())

test('sample data is there from the start, in every world, and is used like any other', async () => {
  sandbox = await setupSandbox({ fixtures: true, strict: true })
  sandbox.listen()
  const stripe = new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? '')
  const [ada] = (await stripe.customers.list({ email: 'ada@shop.example' })).data
  const [card] = (await stripe.customers.listPaymentMethods(ada?.id ?? '')).data
  const paid = await stripe.paymentIntents.create({
    amount: 1250,
    currency: 'usd',
    customer: ada?.id ?? '',
    payment_method: card?.id ?? '',
    off_session: true,
    confirm: true,
  })
  expect(paid.status).toBe('succeeded')
  expect((await stripe.prices.list({ expand: ['data.product'] })).data[0]?.product).toMatchObject({ name: 'Cup' })
  const other = new Stripe(sandbox.world('other').env.STRIPE_SECRET_KEY ?? '')
  expect((await other.customers.list()).data).toHaveLength(5)
})

test('without it a world is empty', async () => {
  sandbox = await setupSandbox()
  sandbox.listen()
  expect((await new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? '').customers.list()).data).toEqual([])
})
