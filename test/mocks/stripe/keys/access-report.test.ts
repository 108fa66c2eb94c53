import { expect, test } from 'vitest'
import { accessReport } from '../../../../src/engine/access/access-report.js'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

async function reported(restrictedKeys: Record<string, string[]> = {}) {
  const made = await stripeWorld({ settings: { stripe: { restrictedKeys } } })
  const list = made.sandbox.runtime('stripe')?.definition.credentials.list(made.view) ?? []
  const holder = (variable: string) =>
    accessReport(made.world).vendors[0]?.holders.find((each) => each.variable === variable)
  const key = (variable: string) => made.client(list.find((each) => each.variable === variable)?.value)
  return { ...made, holder, key }
}

const WORKER = 'STRIPE_RESTRICTED_KEY_WORKER'

test('of a restricted key: what was used, what never, and what was refused', async () => {
  const { holder, key } = await reported({ worker: ['customers:read', 'refunds:write', 'charges:write'] })
  const worker = key(WORKER)
  await worker.customers.list()
  await worker.customers.list()
  await worker.charges.list()
  await errorOf(worker.customers.create({}))

  expect(holder(WORKER)).toEqual({
    kind: 'restricted key',
    name: 'worker',
    variable: WORKER,
    used: true,
    note: null,
    other: [],
    grants: [
      expect.objectContaining({
        name: 'rak_customer_read',
        requests: 2,
        first: expect.objectContaining({ operation: 'GET /v1/customers' }),
        as: [],
      }),
      expect.objectContaining({ name: 'rak_refund_write', requests: 0, first: null }),
      expect.objectContaining({
        name: 'rak_charge_write',
        requests: 1,
        as: [expect.objectContaining({ name: 'rak_charge_read' })],
      }),
    ],
    refused: [expect.objectContaining({ name: 'rak_customer_write', requests: 1, silent: false })],
  })
})

test('of a secret key: everything is granted, and what would have done is named', async () => {
  const { holder, stripe } = await reported()
  await stripe.customers.create({})
  await stripe.balance.retrieve()

  expect(holder('STRIPE_SECRET_KEY')?.grants).toMatchObject([
    {
      name: 'everything',
      broad: true,
      requests: 2,
      as: [
        { name: 'rak_customer_write', requests: 1 },
        { name: 'rak_balance_read', requests: 1 },
      ],
    },
  ])
})

test('of a publishable key: the operations that are open to pages', async () => {
  const { holder, key } = await reported()
  const page = key('STRIPE_PUBLISHABLE_KEY')
  await errorOf(page.customers.list())

  expect(holder('STRIPE_PUBLISHABLE_KEY')).toMatchObject({
    grants: Array.from({ length: 10 }, () => ({ requests: 0 })),
    refused: [{ name: 'GET /v1/customers' }],
  })
})

test('a key that nobody used is told apart; emptying the world begins the count anew, emptying the log does not', async () => {
  const { holder, stripe, world, sandbox } = await reported()
  await stripe.customers.list()
  world.log.clear()
  expect(holder('STRIPE_SECRET_KEY')?.used).toBe(true)
  expect(holder('STRIPE_RESTRICTED_KEY')?.used).toBe(false)

  const fresh = sandbox.resetWorld(world.name)
  expect(accessReport(fresh).vendors[0]?.holders.every(({ used }) => !used)).toBe(true)
})
