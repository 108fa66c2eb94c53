import { expect, test } from 'vitest'
import { sessionLifecycle } from '../../../../mocks/stripe/checkout-sessions/checkout-session.js'
import { settleSessionPayment } from '../../../../mocks/stripe/checkout-sessions/settle.js'
import { errorOf, stripeWorld } from '../../../support/stripe.js'
import { base, checkoutPage, person } from './checkout-page.js'

type World = Awaited<ReturnType<typeof stripeWorld>>

const open = ({ stripe }: World) =>
  stripe.checkout.sessions.create({ ...base, after_expiration: { recovery: { enabled: true } } })
const pay = async (world: World, url: string | null) =>
  (await checkoutPage(world, url)).post({ action: 'pay', ...person() })

const reach = {
  open,
  complete: async (world: World) => {
    const session = await open(world)
    await pay(world, session.url)
    return session
  },
  expired: async (world: World) => {
    const session = await open(world)
    await world.stripe.checkout.sessions.expire(session.id)
    return session
  },
}
const act = {
  update: (world: World, id: string) => world.stripe.checkout.sessions.update(id, { metadata: { a: '1' } }),
  pay: async (world: World, id: string) => {
    const before = await world.stripe.checkout.sessions.retrieve(id)
    await pay(world, `https://checkout.stripe.com/c/pay/${id}`)
    const after = await world.stripe.checkout.sessions.retrieve(id)
    if (after.payment_intent === before.payment_intent) throw new Error('Nothing was paid.')
  },
  expire: (world: World, id: string) => world.stripe.checkout.sessions.expire(id),
  recover: async (world: World, id: string) => {
    const { after_expiration: after } = await world.stripe.checkout.sessions.retrieve(id)
    const { status } = await world.send({ target: new URL(after?.recovery?.url ?? '').pathname, key: null })
    if (status !== 303) throw new Error('There is nothing to recover.')
  },
}

const cells = sessionLifecycle.states.flatMap((state) =>
  (Object.keys(act) as (keyof typeof act)[]).map((action) => ({
    state,
    action,
    allowed: sessionLifecycle.allows(state, action),
  })),
)

test.each(cells)('$action of a session that is $state: $allowed', async ({ state, action, allowed }) => {
  const world = await stripeWorld()
  const { id } = await reach[state](world)
  const before = await world.stripe.checkout.sessions.retrieve(id)
  expect(before.status).toBe(state)
  const done = act[action](world, id)
  if (!allowed) {
    await expect(done).rejects.toThrow()
    expect(await world.stripe.checkout.sessions.retrieve(id)).toEqual(before)
    return
  }
  await done
  expect(sessionLifecycle.actions[action].to).toContain((await world.stripe.checkout.sessions.retrieve(id)).status)
})

test.each([
  ['succeeded', 'paid', 'checkout.session.async_payment_succeeded'],
  ['requires_payment_method', 'unpaid', 'checkout.session.async_payment_failed'],
] as const)('a payment that takes days ends as %s', async (status, payment, event) => {
  const world = await stripeWorld()
  const session = await open(world)
  const { view } = world
  const { id } = await world.stripe.paymentIntents.create({ amount: 2500, currency: 'eur' })
  const become = (next: 'processing' | typeof status) =>
    world.world.transact('test', undefined, () =>
      settleSessionPayment(view, view.paymentIntents.update(id, { status: next })),
    )
  world.world.transact('test', undefined, () => view.checkoutSessions.update(session.id, { payment_intent: id }))
  become('processing')
  expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'unpaid',
  })
  become(status)
  expect((await world.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe(payment)
  expect(world.eventTypes().slice(-2)).toEqual(['checkout.session.completed', event])
})

test('an id that is no session is missing', async () => {
  const { stripe } = await stripeWorld()
  expect((await errorOf(stripe.checkout.sessions.expire('cs_test_none'))).code).toBe('resource_missing')
})
