import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { errorOf, NOW, stripeWorld } from '../../support/stripe.js'

test('a secret key opens every operation', async () => {
  const { stripe } = await stripeWorld()

  expect(await stripe.customers.list()).toMatchObject({ object: 'list', data: [] })
})

test('the key may also be the user name of Basic authentication, as curl -u sends it', async () => {
  const { send, keys } = await stripeWorld()
  const basic = Buffer.from(`${keys.secret}:`).toString('base64')

  const { status } = await send({ target: '/v1/customers', key: null, headers: { authorization: `Basic ${basic}` } })

  expect(status).toBe(200)
})

test('a request without a key is refused with 401 and told how to send one', async () => {
  const { send } = await stripeWorld()

  const { status, headers, json } = await send({ target: '/v1/customers', key: null })

  expect(status).toBe(401)
  expect(headers['WWW-Authenticate']).toBe('Basic realm="Stripe"')
  expect(json.error).toMatchObject({
    type: 'invalid_request_error',
    message: expect.stringMatching(/^You did not provide an API key\. You need to provide your API key/),
  })
})

test('a key that nobody minted is refused, and shown masked', async () => {
  const { client } = await stripeWorld()

  const error = await errorOf(client('sk_test_nobodyEverMintedThisOne1234').customers.list())

  expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
  expect(error.statusCode).toBe(401)
  expect(error.message).toMatch(/^Invalid API Key provided: sk_test_\*+1234$/)
})

test('a key of another world opens nothing of this one', async () => {
  const [one, other] = [await stripeWorld(), await stripeWorld()]
  const { id } = await one.stripe.customers.create({})

  const error = await errorOf(other.stripe.customers.retrieve(id))

  expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' })
})

test('an expired key is refused with api_key_expired', async () => {
  const { client, keys, view, world, advance } = await stripeWorld()
  world.transact('expire', undefined, () => view.keys.update(keys.secret, { expires_at: NOW / 1000 + 60 }))

  expect(await client().customers.list()).toBeTruthy()
  await advance(60_000)
  const error = await errorOf(client().customers.list())

  expect(error).toMatchObject({ statusCode: 401, code: 'api_key_expired' })
  expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
})

test('a publishable key may make tokens and read an intent by its client secret, and nothing else', async () => {
  const { stripe, client, keys } = await stripeWorld()
  const page = client(keys.publishable)
  const intent = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  const secret = intent.client_secret ?? ''

  expect(await page.paymentIntents.retrieve(intent.id, { client_secret: secret })).toMatchObject({ id: intent.id })
  expect(await errorOf(page.paymentIntents.retrieve(intent.id, { client_secret: `${secret}x` }))).toMatchObject({
    statusCode: 400,
    param: 'client_secret',
  })
  expect(await errorOf(page.paymentIntents.retrieve(intent.id))).toMatchObject({ statusCode: 401 })
  expect(await errorOf(page.customers.create({}))).toMatchObject({ statusCode: 403, code: 'secret_key_required' })
})

test('a restricted key that may only read is told which permission would let it write', async () => {
  const { client, keys, view } = await stripeWorld()
  const reader = client(keys.restricted)

  expect(await reader.customers.list()).toMatchObject({ data: [] })
  const error = await errorOf(reader.webhookEndpoints.create({ url: 'http://localhost/', enabled_events: ['*'] }))

  expect(error).toBeInstanceOf(Stripe.errors.StripePermissionError)
  expect(error.message).toMatch(
    /^The provided key 'rk_test_\*+\w{4}' does not have the required permissions for this endpoint on account 'acct_\w+'\. Having the 'rak_webhook_write' permission would allow this request to continue\.$/,
  )
  expect(error.message).toContain(view.account.id)
})

test('a restricted key with the permission may write that resource and no other', async () => {
  const { client, keys, view, world } = await stripeWorld()
  world.transact('permit', undefined, () => view.keys.update(keys.restricted, { permissions: ['rak_customer_write'] }))
  const writer = client(keys.restricted)

  expect(await writer.customers.create({})).toMatchObject({ object: 'customer' })
  expect(await errorOf(writer.refunds.list())).toMatchObject({ statusCode: 403 })
})

test('the account behind the key can be read', async () => {
  const { stripe } = await stripeWorld()

  expect(await stripe.accounts.retrieveCurrent()).toMatchObject({
    object: 'account',
    charges_enabled: true,
    country: 'US',
  })
})
