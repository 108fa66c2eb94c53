import { expect, test } from 'vitest'
import { stripeWorld } from '../../support/stripe.js'

test('a copy of an account has its customers, and keys of its own; the old ones lead to the original', async () => {
  const { sandbox, world, stripe, client } = await stripeWorld()
  const ada = await stripe.customers.create({ name: 'Ada' })
  const fork = sandbox.forkWorld(`${world.name}-copy`, world.snapshot())
  const runtime = sandbox.runtime('stripe')
  if (!runtime) throw new Error('no Stripe')
  const [secret] = runtime.definition.credentials.list(fork.view(runtime, ''))
  const copied = client(secret?.value)
  expect(await copied.customers.retrieve(ada.id)).toMatchObject({ name: 'Ada' })
  await copied.customers.update(ada.id, { name: 'Bea' })
  expect(await stripe.customers.retrieve(ada.id)).toMatchObject({ name: 'Ada' })
})
