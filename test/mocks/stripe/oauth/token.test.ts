import { expect, test } from 'vitest'
import { errorOf, SECOND, stripeWorld } from '../../../support/stripe.js'

const BACK = 'https://shop.example/connected'
type Params = Readonly<Record<string, unknown>>

/** A world, and its pages with somebody who connects: their code, and what it is exchanged for. */
async function platform() {
  const world = await stripeWorld()
  const { stripe, view, send } = world
  const code = async (params: Params = {}, { express = false, account = '' } = {}) => {
    const asked = { client_id: view.application, redirect_uri: BACK, ...params }
    const url = new URL(stripe.oauth.authorizeUrl(asked, { express }))
    const text = `outcome=connect&account=${account}`
    const answer = await send({ method: 'POST', target: url.pathname + url.search, key: null, text })
    return new URL(String(answer.headers.Location)).searchParams.get('code') ?? ''
  }
  const exchange = (given: string) => stripe.oauth.token({ grant_type: 'authorization_code', code: given })
  const connected = async (params: Params = {}, options = {}) => {
    const answer = await exchange(await code(params, options))
    const { stripe_user_id: account = '', access_token: token = '', refresh_token: refresh = '' } = answer
    return { answer, account, token, refresh, publishable: answer.stripe_publishable_key ?? '' }
  }
  const deauthorize = (id: string, client = view.application) =>
    stripe.oauth.deauthorize({ client_id: client, stripe_user_id: id })
  return { ...world, code, exchange, connected, deauthorize }
}

test('a code gives the tokens of an account that can charge', async () => {
  const { connected, client, stripe, view } = await platform()
  const { answer, account, token } = await connected({
    stripe_user: { email: 'ada@shop.example', business_name: 'Ada Shop', country: 'DE', url: 'no address' },
  })
  expect(answer).toMatchObject({
    access_token: expect.stringMatching(/^sk_test_/),
    livemode: false,
    refresh_token: expect.stringMatching(/^rt_/),
    scope: 'read_write',
    stripe_publishable_key: expect.stringMatching(/^pk_test_/),
    stripe_user_id: expect.stringMatching(/^acct_/),
    token_type: 'bearer',
  })
  expect(await stripe.accounts.retrieve(account)).toMatchObject({
    type: 'standard',
    charges_enabled: true,
    payouts_enabled: true,
    country: 'DE',
    email: 'ada@shop.example',
    business_profile: { name: 'Ada Shop', url: 'https://connected.example' },
    controller: { type: 'account' },
  })
  const theirs = client(token)
  expect((await theirs.accounts.retrieveCurrent()).id).toBe(account)
  const charge = await theirs.charges.create({ amount: 2000, currency: 'usd', source: 'tok_visa' })
  expect(charge.application).toBe(view.application)
  expect((await stripe.charges.retrieve(charge.id, {}, { stripeAccount: account })).id).toBe(charge.id)
  expect(await errorOf(stripe.charges.retrieve(charge.id))).toMatchObject({ statusCode: 404 })
})

test('an access token acts in its account only, and its publishable key does what a page may', async () => {
  const { connected, client } = await platform()
  const [one, other] = [await connected(), await connected()]
  const theirs = client(one.token)
  expect((await theirs.customers.list({}, { stripeAccount: one.account })).data).toEqual([])
  expect(await errorOf(theirs.customers.list({}, { stripeAccount: other.account }))).toMatchObject({
    code: 'account_invalid',
  })
  const page = client(one.publishable)
  const card = { number: '4242424242424242', exp_month: '12', exp_year: '2030' }
  const { id } = await page.tokens.create({ card })
  expect((await theirs.tokens.retrieve(id)).used).toBe(false)
  expect(await errorOf(page.customers.list())).toMatchObject({ code: 'secret_key_required' })
})

test('a code is good for five minutes', async () => {
  const { code, exchange, advance } = await platform()
  const [first, second] = [await code(), await code()]
  await advance(299 * SECOND)
  expect((await exchange(first)).token_type).toBe('bearer')
  await advance(SECOND)
  expect(await errorOf(exchange(second))).toMatchObject({ type: 'StripeInvalidGrantError', statusCode: 400 })
})

test('a code is good once: the second time takes back what the first gave', async () => {
  const { code, exchange, client, stripe, view } = await platform()
  const given = await code()
  const { access_token: token = '', stripe_user_id: account = '' } = await exchange(given)
  const again = await errorOf(exchange(given))
  expect(again).toMatchObject({ type: 'StripeInvalidGrantError' })
  expect(again.message).toMatch(/already been used. All tokens issued with this code have been revoked/)
  expect(await errorOf(client(token).customers.list())).toMatchObject({ statusCode: 401 })
  expect(await errorOf(stripe.customers.list({}, { stripeAccount: account }))).toMatchObject({
    code: 'account_invalid',
  })
  const told = view
    .of(account)
    .events.all()
    .map(({ type }) => type as string)
  expect(told.at(-1)).toBe('account.application.deauthorized')
})

test('a key of idempotency does not give a used code its answer again', async () => {
  const { code, stripe } = await platform()
  const params = { grant_type: 'authorization_code' as const, code: await code() }
  await stripe.oauth.token(params, { idempotencyKey: 'one' })
  expect(await errorOf(stripe.oauth.token(params, { idempotencyKey: 'one' }))).toMatchObject({
    type: 'StripeInvalidGrantError',
  })
})

test('a refresh token gives an access token in the place of the one before', async () => {
  const { connected, stripe, client } = await platform()
  const first = await connected()
  const refresh = (params: Params = {}) =>
    stripe.oauth.token({ grant_type: 'refresh_token', refresh_token: first.refresh, ...params })
  const second = await refresh()
  expect(second).toMatchObject({ stripe_user_id: first.account, refresh_token: first.refresh, scope: 'read_write' })
  expect(second.stripe_publishable_key).toBe(first.publishable)
  expect(await errorOf(client(first.token).customers.list())).toMatchObject({ statusCode: 401 })

  const toRead = await refresh({ scope: 'read_only' })
  const reader = client(toRead.access_token)
  expect((await reader.customers.list()).data).toEqual([])
  expect(await errorOf(reader.customers.create())).toMatchObject({ statusCode: 403 })
  expect((await client(second.access_token).customers.create()).object).toBe('customer')

  expect(await errorOf(refresh({ scope: 'all' }))).toMatchObject({ type: 'StripeInvalidScopeError' })
  expect(await errorOf(refresh({ refresh_token: 'rt_none' }))).toMatchObject({ type: 'StripeInvalidGrantError' })
  expect(await errorOf(refresh({ refresh_token: undefined }))).toMatchObject({ type: 'StripeOAuthInvalidRequestError' })
})

test('who was let in to read may not write, with Stripe-Account neither', async () => {
  const { connected, stripe } = await platform()
  const { account, refresh } = await connected({ scope: 'read_only' })
  const options = { stripeAccount: account }
  expect((await stripe.customers.list({}, options)).data).toEqual([])
  expect(await errorOf(stripe.customers.create({}, options))).toMatchObject({
    statusCode: 403,
    code: 'more_permissions_required_for_application',
  })
  const more = { grant_type: 'refresh_token' as const, refresh_token: refresh, scope: 'read_write' }
  expect(await errorOf(stripe.oauth.token(more))).toMatchObject({ type: 'StripeInvalidScopeError' })
})

test('an Express account connects with the capabilities that were suggested', async () => {
  const { code, stripe, deauthorize } = await platform()
  const suggested = { suggested_capabilities: ['us_bank_account_ach_payments'] }
  const params = (given: string, capability: string) =>
    stripe.oauth.token({ grant_type: 'authorization_code', code: given, assert_capabilities: [capability] })
  const given = await code(suggested, { express: true })
  expect(await errorOf(params(given, 'klarna_payments'))).toMatchObject({ type: 'StripeOAuthInvalidRequestError' })
  const { stripe_user_id: account = '', scope } = await params(given, 'us_bank_account_ach_payments')
  expect(scope).toBe('express')
  expect(await stripe.accounts.retrieve(account)).toMatchObject({
    type: 'express',
    capabilities: { transfers: 'active', us_bank_account_ach_payments: 'active' },
  })
  expect((await errorOf(deauthorize(account))).message).toMatch(/no_deauth_on_controlled_account/)
})

test.each([
  ['StripeOAuthInvalidRequestError', {}],
  ['StripeOAuthInvalidRequestError', { grant_type: 'authorization_code' }],
  ['StripeInvalidGrantError', { grant_type: 'authorization_code', code: 'ac_none' }],
  ['StripeUnsupportedGrantTypeError', { grant_type: 'password', code: 'ac_none' }],
])('%s for %j', async (type, params) => {
  const { stripe } = await platform()
  expect(await errorOf(stripe.oauth.token(params as Parameters<typeof stripe.oauth.token>[0]))).toMatchObject({
    type,
    statusCode: 400,
  })
})

test('the key may come as client_secret; without one, or with another, the client is invalid', async () => {
  const { send, code, keys, connected, client } = await platform()
  const ask = async (secret: string) => {
    const text = `grant_type=authorization_code&code=${await code()}&client_id=ca_any${secret}`
    const { status, json } = await send({ method: 'POST', target: '/oauth/token', key: null, text })
    return { status, json }
  }
  expect((await ask(`&client_secret=${keys.secret}`)).json).toMatchObject({ token_type: 'bearer' })
  const invalid = { error: 'invalid_client', error_description: expect.any(String) }
  expect(await ask('')).toEqual({ status: 401, json: invalid })
  expect(await ask('&client_secret=sk_test_nobodys')).toEqual({ status: 401, json: invalid })
  expect((await ask(`&client_secret=${keys.publishable}`)).json).toEqual(invalid)
  // A connected account's own token is no key of the platform's.
  const theirs = client((await connected()).token)
  const given = { grant_type: 'authorization_code' as const, code: await code() }
  expect(await errorOf(theirs.oauth.token(given))).toMatchObject({ type: 'StripeInvalidGrantError' })
})

test('whoever is let go can be reached no more, and comes back with what is theirs', async () => {
  const { connected, deauthorize, client, stripe, receiver, settled, view } = await platform()
  const { url, received } = receiver()
  await stripe.webhookEndpoints.create({ url, enabled_events: ['*'], connect: true })
  const first = await connected()
  const options = { stripeAccount: first.account }
  const { id } = await stripe.customers.create({ name: 'Theirs' }, options)

  expect(await deauthorize(first.account)).toMatchObject({ stripe_user_id: first.account })
  expect(await errorOf(client(first.token).customers.list())).toMatchObject({ statusCode: 401 })
  expect(await errorOf(stripe.customers.list({}, options))).toMatchObject({ statusCode: 403, code: 'account_invalid' })
  expect((await stripe.accounts.list()).data.map((account) => account.id)).not.toContain(first.account)
  expect((await errorOf(deauthorize(first.account))).message).toBe(
    `This application is not connected to stripe account ${first.account}, or that account does not exist.`,
  )
  await settled()
  expect(
    received.map(({ body }) => JSON.parse(body)).filter(({ type }) => type.startsWith('account.app')),
  ).toMatchObject(
    ['account.application.authorized', 'account.application.deauthorized'].map((type) => ({
      type,
      account: first.account,
      data: { object: { id: view.application, object: 'application', name: 'Standin Platform' } },
    })),
  )
  const again = await connected({}, { account: first.account })
  expect(again.account).toBe(first.account)
  expect((await client(again.token).customers.retrieve(id)).id).toBe(id)
})

test('letting go needs the client id, and an account that is connected', async () => {
  const { stripe, deauthorize, connected, view } = await platform()
  const { account } = await connected()
  const refused = { type: 'StripeInvalidClientError', statusCode: 401 }
  expect(await errorOf(deauthorize('acct_none'))).toMatchObject(refused)
  expect(await errorOf(deauthorize(view.account.id))).toMatchObject(refused)
  expect(await errorOf(deauthorize(account, 'ca_another'))).toMatchObject(refused)
  expect(await errorOf(stripe.oauth.deauthorize({ client_id: view.application }))).toMatchObject({
    type: 'StripeOAuthInvalidRequestError',
  })
})

test('the client id is one of the credentials; tokens are none, and keys roll without them', async () => {
  const { sandbox, world, view, connected, client } = await platform()
  const { token, account } = await connected()
  const { credentials } = sandbox.runtime('stripe')?.definition ?? {}
  const listed = credentials?.list(view) ?? []
  expect(listed).toContainEqual({
    label: 'Connect client id',
    variable: 'STRIPE_CLIENT_ID',
    value: view.application,
    secret: false,
  })
  expect(listed.map(({ value }) => value)).not.toContain(token)
  world.transact('roll', undefined, () => credentials?.roll?.('STRIPE_SECRET_KEY', 0, view))
  expect((await client(token).accounts.retrieveCurrent()).id).toBe(account)
  expect(credentials?.holders?.(view).map(({ kind }) => kind)).toContain('secret key by OAuth')
})
