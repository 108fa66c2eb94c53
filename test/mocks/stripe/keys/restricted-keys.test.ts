import fc from 'fast-check'
import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { allows, permissionFor } from '../../../../mocks/stripe/keys/permissions.js'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

const settings = {
  stripe: {
    restrictedKeys: {
      worker: ['charges:read', 'refunds:write', 'payment_intents:write'],
      reports: ['rak_balance_transaction_source_read', 'checkout/sessions:read'],
    },
  },
}

async function worker() {
  const made = await stripeWorld({ settings })
  const list = made.sandbox.runtime('stripe')?.definition.credentials.list(made.view) ?? []
  const of = (variable: string) => list.find((each) => each.variable === variable)?.value ?? ''
  return { ...made, list, worker: made.client(of('STRIPE_RESTRICTED_KEY_WORKER')), of }
}

test('a key of the configuration is minted beside the others, with a variable of its own', async () => {
  const { list, of } = await worker()

  expect(list.map(({ label, variable }) => [label, variable])).toEqual([
    ['secret key', 'STRIPE_SECRET_KEY'],
    ['publishable key', 'STRIPE_PUBLISHABLE_KEY'],
    ['restricted key (read only)', 'STRIPE_RESTRICTED_KEY'],
    ['restricted key worker', 'STRIPE_RESTRICTED_KEY_WORKER'],
    ['restricted key reports', 'STRIPE_RESTRICTED_KEY_REPORTS'],
    ['Connect client id', 'STRIPE_CLIENT_ID'],
  ])
  expect(of('STRIPE_RESTRICTED_KEY_WORKER')).toMatch(/^rk_test_\w{24}$/)
})

test('it does what it is permitted, reads what it may write, and is refused the rest by name', async () => {
  const { worker: key, stripe } = await worker()
  const intent = await key.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    payment_method: 'pm_card_visa',
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  })

  expect(await key.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'succeeded' })
  expect(await key.refunds.create({ payment_intent: intent.id })).toMatchObject({ object: 'refund' })
  expect(await key.charges.list()).toMatchObject({ object: 'list' })
  const error = await errorOf(key.charges.update(String(intent.latest_charge), { description: 'x' }))

  expect(error).toBeInstanceOf(Stripe.errors.StripePermissionError)
  expect(error.message).toMatch(/Having the 'rak_charge_write' permission would allow this request to continue\.$/)
  expect(await errorOf(key.customers.list())).toMatchObject({
    statusCode: 403,
    type: 'StripePermissionError',
    rawType: 'invalid_request_error',
    message: expect.stringContaining("'rak_customer_read'"),
  })
  expect(await stripe.customers.list()).toMatchObject({ data: [] })
})

test.each([
  ['charge:reed', "given the permission 'charge:reed', which there is not. Did you mean 'charge:read'?"],
  ['chargs:write', "given the permission 'chargs:write', which there is not. Did you mean 'charge:write'?"],
  ['rak_bitcoin_read', "given the permission 'rak_bitcoin_read', which there is not."],
])('%s is no permission: the sandbox does not start, and says what was meant', async (permission, message) => {
  const wrong = stripeWorld({ settings: { stripe: { restrictedKeys: { worker: [permission] } } } })

  await expect(wrong).rejects.toMatchObject({ code: 'SANDBOX_BAD_CONFIG', message: expect.stringContaining(message) })
})

test('a name that would be no variable is refused too', async () => {
  const wrong = stripeWorld({ settings: { stripe: { restrictedKeys: { '1 worker': ['charges:read'] } } } })

  await expect(wrong).rejects.toMatchObject({ message: "'1 worker' is no name for a restricted key." })
})

test.each([
  ['GET /v1/charges/{charge}', 'rak_charge_read'],
  ['POST /v1/payment_intents/{intent}/confirm', 'rak_payment_intent_write'],
  ['GET /v1/payment_intents/search', 'rak_payment_intent_read'],
  ['DELETE /v1/customers/{customer}', 'rak_customer_write'],
  ['GET /v1/customers/{customer}/payment_methods', 'rak_payment_method_read'],
  ['POST /v1/webhook_endpoints', 'rak_webhook_write'],
  ['GET /v1/account', 'rak_connected_account_read'],
  ['GET /v1/accounts/{account}/capabilities/{capability}', 'rak_connected_account_read'],
  ['POST /v1/account_links', 'rak_account_link_write'],
  ['GET /v1/prices/{price}', 'rak_plan_read'],
  ['GET /v1/balance_transactions', 'rak_balance_transaction_source_read'],
  ['GET /v1/balance', 'rak_balance_read'],
  ['POST /v1/checkout/sessions', 'rak_checkout_session_write'],
  ['POST /v1/payment_links', 'rak_payment_links_write'],
  ['GET /v1/setup_attempts', 'rak_setup_intent_read'],
  ['POST /v1/topups', 'rak_top_up_write'],
  ['POST /v1/test_helpers/test_clocks', 'rak_billing_clock_write'],
  ['GET /v1/tax_rates', 'rak_tax_rate_read'],
  ['GET /v2/core/events', 'rak_event_read'],
  ['GET /v1/billing/meters', 'rak_billing_meter_read'],
  ['POST /oauth/token', undefined],
])('%s needs %s', (key, permission) => {
  const [method = '', path = ''] = key.split(' ')

  expect(permissionFor({ method, path })).toBe(permission)
})

test('for every operation: what it needs is enough, reading is less than writing, and another resource is none of it', async () => {
  const { view } = await stripeWorld()
  const operations = view.description.operations.filter((each) => permissionFor(each) !== undefined)
  const any = fc.constantFrom(...operations)

  fc.assert(
    fc.property(any, any, (one, other) => {
      const [needed = '', others = ''] = [permissionFor(one), permissionFor(other)].map(String)
      const writer = needed.replace(/_read$/, '_write')
      const reader = needed.replace(/_write$/, '_read')
      expect(allows(needed, needed)).toBe(true)
      expect(allows(writer, reader)).toBe(true)
      expect(allows(reader, writer)).toBe(false)
      expect(allows('rak_all_write', needed)).toBe(true)
      expect(allows('rak_all_read', needed)).toBe(one.method === 'GET')
      const same = writer === others.replace(/_read$/, '_write')
      if (!same && !/_(?:charge|refund)_/.test(needed + others)) expect(allows(writer, others)).toBe(false)
    }),
    { numRuns: 200 },
  )
  expect(operations.length).toBeGreaterThan(600)
})
