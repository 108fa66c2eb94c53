import { expect, test } from 'vitest'
import { keysOf } from '../../../../src/engine/access/keys.js'
import { rollCredential } from '../../../../src/engine/access/roll-credential.js'
import { DAY, errorOf, HOUR, NOW, stripeWorld } from '../../../support/stripe.js'

async function rolling(options = {}) {
  const made = await stripeWorld(options)
  const runtime = made.sandbox.runtime('stripe')
  if (!runtime) throw new Error('no Stripe')
  const env = () =>
    Object.fromEntries(runtime.definition.credentials.list(made.view).map((each) => [each.variable, each.value]))
  return {
    ...made,
    env,
    roll: (variable: string, overlap = 0) => rollCredential(made.world, runtime, variable, overlap),
    keys: (variable: string) => keysOf(made.world, runtime).filter((key) => key.variable === variable),
  }
}

test('after a roll with an overlap both keys are good; after it the old one is api_key_expired', async () => {
  const { stripe, client, env, roll, advance } = await rolling()
  roll('STRIPE_SECRET_KEY', DAY)
  const fresh = client(env().STRIPE_SECRET_KEY)

  expect(await stripe.customers.create({})).toMatchObject({ object: 'customer' })
  expect(await fresh.customers.list()).toMatchObject({ data: [{ object: 'customer' }] })
  await advance(DAY)

  expect(await errorOf(stripe.customers.list())).toMatchObject({ statusCode: 401, code: 'api_key_expired' })
  expect(await fresh.customers.list()).toMatchObject({ object: 'list' })
})

test('without an overlap the old key is refused at once', async () => {
  const { stripe, roll } = await rolling()
  roll('STRIPE_SECRET_KEY')

  expect(await errorOf(stripe.customers.list())).toMatchObject({ code: 'api_key_expired' })
})

test('who still uses the old key is told: how often, when last, by what', async () => {
  const { stripe, client, env, roll, keys, advance } = await rolling()
  await stripe.customers.list()
  roll('STRIPE_SECRET_KEY', HOUR)
  await advance(HOUR / 2)
  await stripe.balance.retrieve()

  expect(keys('STRIPE_SECRET_KEY')).toMatchObject([
    { state: 'current', until: null, requests: 0, last: null, rolls: 'keys' },
    {
      state: 'old',
      until: new Date(NOW + HOUR).toISOString(),
      requests: 2,
      sinceRoll: 1,
      refused: 0,
      last: {
        at: new Date(NOW + HOUR / 2).toISOString(),
        operation: 'GET /v1/balance',
        userAgent: expect.stringMatching(/^Stripe\/v1 NodeBindings/),
      },
    },
  ])
  await advance(HOUR)
  await errorOf(stripe.customers.list())
  await client(env().STRIPE_SECRET_KEY).customers.list()
  expect(keys('STRIPE_SECRET_KEY')).toMatchObject([
    { state: 'current', requests: 1 },
    { state: 'over', requests: 3, refused: 1, last: { operation: 'GET /v1/customers' } },
  ])
})

test('no list has a key whole', async () => {
  const { env, roll, keys } = await rolling()
  roll('STRIPE_SECRET_KEY', HOUR)

  const text = JSON.stringify(keys('STRIPE_SECRET_KEY'))
  expect(text).not.toContain(env().STRIPE_SECRET_KEY)
  expect(keys('STRIPE_SECRET_KEY')[0]?.value).toMatch(/^sk_test_\*+\w{4}$/)
})

test('restricted and publishable keys roll too, and the new one may do what the old one may', async () => {
  const { client, env, roll } = await rolling({
    settings: { stripe: { restrictedKeys: { worker: ['customers:write'] } } },
  })
  roll('STRIPE_RESTRICTED_KEY_WORKER')
  roll('STRIPE_PUBLISHABLE_KEY')
  const worker = client(env().STRIPE_RESTRICTED_KEY_WORKER)

  expect(await worker.customers.create({})).toMatchObject({ object: 'customer' })
  expect(await errorOf(worker.refunds.list())).toMatchObject({ statusCode: 403 })
  expect(await errorOf(client(env().STRIPE_PUBLISHABLE_KEY).customers.list())).toMatchObject({
    code: 'secret_key_required',
  })
})

test('an old key lives a week at most, as the Dashboard has it', async () => {
  const { roll, keys } = await rolling()
  roll('STRIPE_SECRET_KEY', 30 * DAY)

  expect(keys('STRIPE_SECRET_KEY')[1]).toMatchObject({ until: new Date(NOW + 7 * DAY).toISOString() })
})

test('what cannot be rolled is refused, with those that can', async () => {
  const { roll } = await rolling()

  expect(() => roll('STRIPE_SECRET')).toThrow(/'STRIPE_SECRET' cannot be rolled/)
})

test('a webhook secret that was rolled is shown in the same list', async () => {
  const { stripe, sandbox, world, view, receiver, keys } = await rolling()
  const { id } = await stripe.webhookEndpoints.create({ url: receiver().url, enabled_events: ['*'] })
  const events = sandbox.runtime('stripe')?.definition.events
  world.transact('roll', undefined, () => events?.roll?.(id, HOUR, view))

  expect(keys(id)).toMatchObject([
    { label: expect.stringMatching(/^webhook secret \(http/), state: 'current', rolls: 'webhooks', requests: null },
    { state: 'old', until: new Date(NOW + HOUR).toISOString(), value: expect.stringMatching(/\*/) },
  ])
})
