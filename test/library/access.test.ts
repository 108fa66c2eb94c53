import Stripe from 'stripe'
import { afterAll, expect, test } from 'vitest'
import { setupSandbox } from '../../src/index.js'
import { errorOf } from '../support/stripe.js'

const sandbox = await setupSandbox({
  vendors: ['stripe'],
  frozen: true,
  settings: { stripe: { restrictedKeys: { worker: ['customers:write', 'refunds:write'] } } },
})
sandbox.listen()
afterAll(() => sandbox.close())

const client = (variable: string) => new Stripe(String(sandbox.env[variable]), { maxNetworkRetries: 0 })

test('a test asserts that an integration needs all that it is granted', async () => {
  await client('STRIPE_RESTRICTED_KEY_WORKER').customers.create({})

  const holders = sandbox.accessReport().vendors.flatMap((vendor) => vendor.holders)
  const worker = holders.find(({ name }) => name === 'worker')
  expect(worker?.grants.filter(({ requests }) => requests === 0).map(({ name }) => name)).toEqual(['rak_refund_write'])
})

test('a test rolls a key, and sees what a program does that has only the old one', async () => {
  const old = client('STRIPE_SECRET_KEY')
  sandbox.roll('STRIPE_SECRET_KEY', { overlap: '1h' })

  expect(await old.customers.list()).toMatchObject({ object: 'list' })
  await sandbox.advance('1h')
  expect(await errorOf(old.customers.list())).toMatchObject({ code: 'api_key_expired' })
  expect(await client('STRIPE_SECRET_KEY').customers.list()).toMatchObject({ object: 'list' })
  expect(() => sandbox.roll('STRIPE_KEY')).toThrow(/'STRIPE_KEY' cannot be rolled/)
})
