import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiKey } from '../../../mocks/stripe/auth.js'
import { stripe } from '../../../mocks/stripe/index.js'
import type { StripeWorld } from '../../../mocks/stripe/world.js'
import { lockedVendor } from '../../../src/cli/runtime/locked-vendor.js'
import { useDescription } from '../../../src/contracts/descriptions/use.js'
import { packageRoot } from '../../../src/engine/generated.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { toForm } from './walk/request.js'

/** Stripe's own document of 2024-04-10, which the sandbox is told to follow. */
const OFFICIAL = join(packageRoot(), 'node_modules', '@opensdks', 'sdk-stripe', 'stripe.oas.json')

const folder = mkdtempSync(join(tmpdir(), 'standin-'))
let sandbox: Sandbox

beforeAll(async () => {
  await useDescription('stripe', OFFICIAL, folder)
  const vendors = [await lockedVendor(stripe, folder)]
  sandbox = await Sandbox.create({ vendors, frozen: true, at: Date.UTC(2026, 0, 1) })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function ask(method: string, target: string, parameters: Readonly<Record<string, unknown>> = {}) {
  const runtime = sandbox.runtime('stripe')
  if (!runtime) throw new Error('The sandbox has no Stripe.')
  const keys = sandbox.defaultWorld.view<StripeWorld>(runtime, '').keys.all() as ApiKey[]
  const query = method === 'GET' ? toForm(parameters) : ''
  const outcome = await sandbox.handle({
    method,
    target: query ? `${target}?${query}` : target,
    host: 'api.stripe.com',
    secure: true,
    headers: {
      host: 'api.stripe.com',
      authorization: `Bearer ${keys.find(({ kind }) => kind === 'secret')?.id}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: Buffer.from(method === 'GET' ? '' : toForm(parameters)),
  })
  if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
  return { status: outcome.status, json: JSON.parse(outcome.body as string), headers: outcome.headers }
}

test('a payment goes through, is captured in part and refunded, as in that version', async () => {
  const customer = await ask('POST', '/v1/customers', { name: 'Ada', email: 'ada@shop.example' })
  expect(customer.headers['Stripe-Version']).toBe('2024-04-10')
  const intent = await ask('POST', '/v1/payment_intents', {
    amount: 2000,
    currency: 'usd',
    customer: customer.json.id,
    payment_method: 'pm_card_visa',
    capture_method: 'manual',
    confirm: true,
    return_url: 'https://shop.example/return',
  })
  expect(intent.json).toMatchObject({ object: 'payment_intent', status: 'requires_capture', amount_capturable: 2000 })
  const captured = await ask('POST', `/v1/payment_intents/${intent.json.id}/capture`, { amount_to_capture: 1500 })
  expect(captured.json).toMatchObject({ status: 'succeeded', amount_received: 1500 })
  const refund = await ask('POST', '/v1/refunds', { payment_intent: intent.json.id, amount: 500 })
  expect(refund.json).toMatchObject({ object: 'refund', amount: 500, status: 'succeeded' })
  const charge = await ask('GET', `/v1/charges/${captured.json.latest_charge}`, { expand: ['customer'] })
  // What was held and not captured counts as refunded too.
  expect(charge.json).toMatchObject({ amount_refunded: 1000, customer: { email: 'ada@shop.example' } })
  const declined = await ask('POST', '/v1/charges', { amount: 500, currency: 'usd', source: 'tok_visa_chargeDeclined' })
  expect([declined.status, declined.json.error.code]).toEqual([402, 'card_declined'])
})

test('its own names of path parameters are those of errors', async () => {
  expect((await ask('GET', '/v1/payment_intents/pi_none')).json.error).toMatchObject({ param: 'intent' })
  expect((await ask('GET', '/v1/prices/price_none')).json.error).toMatchObject({ param: 'price' })
})

test('what a shop sells and how Checkout shows it go by the names of that version', async () => {
  const product = await ask('POST', '/v1/products', { name: 'Cup' })
  const price = await ask('POST', '/v1/prices', { product: product.json.id, currency: 'usd', unit_amount: 1000 })
  const coupon = await ask('POST', '/v1/coupons', { percent_off: 25, duration: 'once' })
  const code = await ask('POST', '/v1/promotion_codes', { coupon: coupon.json.id, code: 'CUP' })
  expect(code.json).toMatchObject({ code: 'CUP', coupon: { id: coupon.json.id, percent_off: 25 } })
  expect(code.json).not.toHaveProperty('promotion')
  expect((await ask('GET', '/v1/promotion_codes', { coupon: coupon.json.id })).json.data).toEqual([code.json])
  const runtime = sandbox.runtime('stripe')
  const told = runtime && sandbox.defaultWorld.view<StripeWorld>(runtime, '').events.all().at(-1)
  expect(told).toMatchObject({ type: 'promotion_code.created', data: { object: code.json } })

  const order = { mode: 'payment', line_items: [{ price: price.json.id, quantity: 1 }] }
  const success_url = 'https://shop.example/thanks'
  const discounts = [{ promotion_code: code.json.id }]
  const hosted = await ask('POST', '/v1/checkout/sessions', { ...order, success_url, discounts, ui_mode: 'hosted' })
  expect(hosted.json).toMatchObject({ ui_mode: 'hosted', amount_total: 750, url: expect.stringContaining('/c/pay/') })
  const plain = await ask('POST', '/v1/checkout/sessions', { ...order, success_url })
  expect(plain.json.ui_mode).toBe('hosted')
  const embedded = { ...order, ui_mode: 'embedded' }
  const back = await ask('POST', '/v1/checkout/sessions', { ...embedded, return_url: 'https://shop.example/back' })
  expect(back.json).toMatchObject({
    ui_mode: 'embedded',
    url: null,
    client_secret: expect.stringContaining('_secret_'),
  })
  expect((await ask('POST', '/v1/checkout/sessions', { ...embedded, success_url })).json.error.param).toBe(
    'success_url',
  )
  const setup = { mode: 'setup', payment_method_types: ['card'], success_url }
  expect((await ask('POST', '/v1/checkout/sessions', setup)).json).toMatchObject({ mode: 'setup', status: 'open' })
  const missing = await ask('POST', '/v1/checkout/sessions', { mode: 'setup', success_url })
  expect(missing.json.error.code).toBe('parameter_missing')
  expect((await ask('POST', '/v1/checkout/sessions', { ...order, success_url, ui_mode: 'hosted_page' })).status).toBe(
    400,
  )
})

test('money moves as in that version: bank debits, disputes, payouts and connected accounts', async () => {
  const mandate_data = { customer_acceptance: { type: 'offline' } }
  const bank = { payment_method: 'pm_usBankAccount_success', payment_method_types: ['us_bank_account'], mandate_data }
  const debit = await ask('POST', '/v1/payment_intents', { amount: 5000, currency: 'usd', confirm: true, ...bank })
  expect(debit.json).toMatchObject({ status: 'processing', payment_method_types: ['us_bank_account'] })
  const unfit = await ask('POST', '/v1/setup_intents', { payment_method_types: ['card'], confirm: true, mandate_data })
  expect(unfit.status).toBe(400)

  const card = { amount: 9000, currency: 'usd', confirm: true, payment_method_types: ['card'] }
  await ask('POST', '/v1/payment_intents', { ...card, amount: 50_000, payment_method: 'pm_card_bypassPending' })
  await ask('POST', '/v1/payment_intents', { ...card, payment_method: 'pm_card_createDispute' })
  await sandbox.defaultWorld.scheduler.settled()
  const [dispute] = (await ask('GET', '/v1/disputes')).json.data
  expect((await ask('POST', `/v1/disputes/${dispute.id}/close`)).json.status).toBe('lost')
  const payout = { amount: 100, currency: 'usd' }
  const { id } = (await ask('POST', '/v1/payouts', payout)).json
  expect((await ask('POST', `/v1/payouts/${id}/cancel`)).json.status).toBe('canceled')
  expect((await ask('POST', '/v1/payouts', { ...payout, amount: 900_000 })).json.error.code).toBe(
    'balance_insufficient',
  )

  const account = await ask('POST', '/v1/accounts', {
    type: 'custom',
    capabilities: { transfers: { requested: true } },
  })
  expect(account.json.capabilities).toEqual({ transfers: 'inactive' })
  const early = await ask('POST', '/v1/transfers', { ...payout, destination: account.json.id })
  expect(early.json.error.code).toBe('insufficient_capabilities_for_transfer')
  const link = { account: account.json.id, type: 'account_onboarding', refresh_url: 'https://shop.example/again' }
  expect((await ask('POST', '/v1/account_links', link)).json.error.param).toBe('return_url')
})

test('what only that version has is answered, and what came later is not there', async () => {
  expect((await ask('GET', '/v1/customers/search', { query: "email:'ada@shop.example'" })).json.data).toHaveLength(1)
  expect((await ask('POST', '/v1/promotion_codes', { coupon: 'nobody' })).json.error).toMatchObject({
    code: 'resource_missing',
    param: 'coupon',
  })
  const both = { amount: 500, currency: 'usd', payment_method_types: ['card'] }
  const exclusive = await ask('POST', '/v1/payment_intents', { ...both, automatic_payment_methods: { enabled: true } })
  expect(exclusive.json.error).toMatchObject({ code: 'parameters_exclusive', param: 'payment_method_types' })
  expect((await ask('GET', '/v1/billing/credit_grants')).status).toBe(404)
  expect((await ask('POST', '/v1/customers', { customer_account: 'x' })).json.error.code).toBe('parameter_unknown')
})

test('every list without a parent answers, and fits that version', async () => {
  const runtime = sandbox.runtime('stripe')
  const lists = runtime?.description.operations.filter(
    ({ method, path, paramNames, needsQuery, success }) =>
      method === 'GET' &&
      paramNames.length === 0 &&
      !needsQuery &&
      success?.mediaType.includes('json') &&
      !/lines$|upcoming|preview/.test(path),
  )
  const wrong: unknown[] = []
  for (const { key, path, success } of lists ?? []) {
    const { status, json } = await ask('GET', path)
    const issues = runtime?.description.validator.check(success?.schema ?? {}, json, 'body', 'answer') ?? []
    const unfit = issues.filter(({ kind }) => kind !== 'unknown')
    if (status >= 300 ? status !== 501 : unfit.length > 0) wrong.push([key, status, unfit[0]])
  }
  expect(lists?.length).toBeGreaterThan(70)
  expect(wrong).toEqual([])
})
