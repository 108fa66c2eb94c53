import { expect, test } from 'vitest'
import { stripe as vendor } from '../../../mocks/stripe/index.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { DAY, NOW, stripeWorld } from '../../support/stripe.js'

test('a month in one world is no moment in the other', async () => {
  const [one, other] = [await stripeWorld(), await stripeWorld()]
  const answer = () => ({ status: 500, body: '' })
  const [mine, theirs] = [one.receiver(answer), other.receiver(answer)]
  await one.stripe.webhookEndpoints.create({ url: mine.url, enabled_events: ['*'] })
  await other.stripe.webhookEndpoints.create({ url: theirs.url, enabled_events: ['*'] })
  await one.stripe.customers.create({})
  await other.stripe.customers.create({})
  await other.settled()

  await one.advance(30 * DAY)

  expect(mine.received).toHaveLength(4)
  expect(theirs.received).toHaveLength(1)
  expect((await one.stripe.customers.create({})).created).toBe(NOW / 1000 + 30 * 86_400)
  expect((await other.stripe.customers.create({})).created).toBe(NOW / 1000)
})

test('customers, keys and idempotency keys of one world are unknown in the other', async () => {
  const [one, other] = [await stripeWorld(), await stripeWorld()]
  await one.stripe.customers.create({}, { idempotencyKey: 'k' })

  expect((await other.stripe.customers.list()).data).toEqual([])
  expect(one.keys.secret).not.toBe(other.keys.secret)
})

test('the same seed, clock and requests give the same bytes, while another world is busy', async () => {
  const run = async (busy: boolean) => {
    const sandbox = await Sandbox.create({ vendors: [vendor], frozen: true, at: NOW, seed: 'same' })
    const world = sandbox.createWorld('a', { seed: 'a' })
    const noise = sandbox.createWorld('b', { seed: 'b' })
    const keyOf = (of: typeof world) => {
      const runtime = sandbox.runtime('stripe')
      return runtime?.definition.credentials.list(of.view(runtime, ''))[0]?.value ?? ''
    }
    const post = (of: typeof world, target: string, text: string) =>
      sandbox.handle({
        method: 'POST',
        target,
        host: 'api.stripe.com',
        secure: true,
        body: Buffer.from(text),
        headers: { authorization: `Bearer ${keyOf(of)}` },
      })
    const bytes = []
    for (let i = 0; i < 5; i++) {
      if (busy) await post(noise, '/v1/customers', 'name=noise')
      bytes.push(await post(world, '/v1/customers', `name=${i}`))
      bytes.push(
        await post(
          world,
          '/v1/payment_intents',
          'amount=2000&currency=usd&confirm=true&payment_method=pm_card_visa&return_url=https://shop.example',
        ),
      )
    }
    return bytes
  }

  expect(await run(true)).toEqual(await run(false))
})
