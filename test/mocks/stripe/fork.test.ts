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

test('the application of a copy is its own: its page connects accounts there', async () => {
  const { sandbox, world, view, send } = await stripeWorld()
  const fork = sandbox.forkWorld(`${world.name}-copy`, world.snapshot())
  const runtime = sandbox.runtime('stripe')
  if (!runtime) throw new Error('no Stripe')
  const copied = fork.view<typeof view>(runtime, '')
  expect(copied.application).not.toBe(view.application)
  const target = `/oauth/authorize?client_id=${copied.application}&response_type=code&redirect_uri=https://shop.example`
  await send({ method: 'POST', target, key: null, text: 'outcome=connect' })
  expect([copied.authorizationCodes.all().length, view.authorizationCodes.all().length]).toEqual([1, 0])
})
