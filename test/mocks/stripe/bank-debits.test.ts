import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { DAY, errorOf, SECOND, stripeWorld } from '../../support/stripe.js'
import { balanceIn, bookedIn } from '../../support/stripe-money.js'

type World = Awaited<ReturnType<typeof stripeWorld>>

const MINUTE = 60 * SECOND
const mandate_data = { customer_acceptance: { type: 'offline' } } as const
const ach = {
  amount: 10_000,
  currency: 'usd',
  allowed_payment_method_types: ['us_bank_account'],
  confirm: true,
} satisfies Stripe.PaymentIntentCreateParams
const sepa = {
  amount: 10_000,
  currency: 'eur',
  allowed_payment_method_types: ['sepa_debit'],
  confirm: true,
} satisfies Stripe.PaymentIntentCreateParams
const account = (number: string) => ({
  type: 'us_bank_account' as const,
  us_bank_account: { account_holder_type: 'individual' as const, account_number: number, routing_number: '110000000' },
  billing_details: { name: 'Jenny' },
})

function debit({ stripe }: World, method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({ ...ach, payment_method: method, mandate_data, ...more })
}

test('an ACH debit is under way for days, and succeeds', async () => {
  const world = await stripeWorld()
  const intent = await debit(world, 'pm_usBankAccount_success')
  expect(intent.status).toBe('processing')
  const charge = await world.stripe.charges.retrieve(intent.latest_charge as string)
  expect(charge).toMatchObject({
    status: 'pending',
    paid: false,
    payment_method_details: {
      type: 'us_bank_account',
      us_bank_account: { last4: '6789', mandate: expect.stringMatching(/^mandate_/) },
    },
  })
  expect(charge.id).toMatch(/^py_/)
  expect(await errorOf(world.stripe.refunds.create({ charge: charge.id }))).toMatchObject({
    code: 'charge_not_refundable',
  })

  await world.advance(4 * DAY)
  expect(await world.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'succeeded',
    amount_received: 10_000,
  })
  expect((await world.stripe.balanceTransactions.list()).data).toMatchObject([
    { type: 'payment', fee: 80, source: charge.id },
  ])
  expect(world.eventTypes()).toEqual([
    'payment_intent.created',
    'charge.pending',
    'payment_intent.processing',
    'charge.succeeded',
    'payment_intent.succeeded',
  ])
})

test.each([
  ['accountClosed', 'account_closed'],
  ['noAccount', 'no_account'],
  ['insufficientFunds', 'insufficient_funds'],
  ['debitNotAuthorized', 'debit_not_authorized'],
])('an ACH debit of %s fails after days with %s, and can be tried again', async (name, code) => {
  const world = await stripeWorld()
  const intent = await debit(world, `pm_usBankAccount_${name}`)
  await world.advance(4 * DAY)

  const failed = await world.stripe.paymentIntents.retrieve(intent.id)
  expect(failed).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code } })
  expect(await world.stripe.charges.retrieve(intent.latest_charge as string)).toMatchObject({
    status: 'failed',
    failure_code: code,
  })
  expect(world.eventTypes().filter((type) => /failed$/.test(type))).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
  ])
  expect(balanceIn(world.view)).toEqual({})
  const again = { payment_method: 'pm_usBankAccount_success', mandate_data }
  expect(await world.stripe.paymentIntents.confirm(intent.id, again)).toMatchObject({ status: 'processing' })
})

test('one that is refused at once leaves a failed charge; one stays under way; one is disputed', async () => {
  const world = await stripeWorld()
  expect(await errorOf(debit(world, 'pm_usBankAccount_weeklyLimitExceeded'))).toMatchObject({
    statusCode: 402,
    code: 'charge_exceeds_source_limit',
  })
  const stays = await debit(world, 'pm_usBankAccount_processing')
  const disputed = await debit(world, 'pm_usBankAccount_dispute')
  await world.advance(30 * DAY)
  expect((await world.stripe.paymentIntents.retrieve(stays.id)).status).toBe('processing')
  expect((await world.stripe.disputes.list({ charge: disputed.latest_charge as string })).data).toMatchObject([
    { reason: 'debit_not_authorized' },
  ])
  expect(balanceIn(world.view)).toEqual(bookedIn(world.view))
})

test('a debit needs a mandate, and its currency', async () => {
  const { stripe } = await stripeWorld()
  const method = 'pm_usBankAccount_success'
  expect(await errorOf(stripe.paymentIntents.create({ ...ach, payment_method: method }))).toMatchObject({
    statusCode: 400,
    code: 'payment_intent_mandate_invalid',
  })
  const euros = { ...ach, currency: 'eur', payment_method: method, mandate_data }
  expect(await errorOf(stripe.paymentIntents.create(euros))).toMatchObject({ code: 'payment_method_currency_mismatch' })
  const cards = { ...ach, payment_method: method, mandate_data }
  expect(
    await errorOf(stripe.paymentIntents.create({ ...cards, allowed_payment_method_types: ['card'] })),
  ).toMatchObject({
    code: 'payment_intent_incompatible_payment_method',
  })
})

test('an account given by its number is proved by a small deposit, and then debited', async () => {
  const { stripe, view, advance } = await stripeWorld()
  const waiting = await stripe.paymentIntents.create({
    ...ach,
    payment_method_data: account('000123456789'),
    mandate_data,
  })
  expect(waiting).toMatchObject({
    status: 'requires_action',
    next_action: {
      type: 'verify_with_microdeposits',
      verify_with_microdeposits: { microdeposit_type: 'descriptor_code' },
    },
  })
  expect(view.mandates.all()).toMatchObject([{ status: 'pending' }])
  expect(await errorOf(stripe.paymentIntents.verifyMicrodeposits(waiting.id, { amounts: [1, 2] }))).toMatchObject({
    statusCode: 400,
    code: 'payment_method_microdeposit_verification_amounts_mismatch',
  })
  expect(await stripe.paymentIntents.verifyMicrodeposits(waiting.id, { amounts: [32, 45] })).toMatchObject({
    status: 'processing',
  })
  expect(view.mandates.all()).toMatchObject([{ status: 'active' }])
  await advance(4 * DAY)
  expect(await stripe.paymentIntents.retrieve(waiting.id)).toMatchObject({ status: 'succeeded' })
})

test.each([
  ['SM33CC', 'payment_method_microdeposit_verification_attempts_exceeded'],
  ['SM44DD', 'payment_method_microdeposit_verification_timeout'],
])('the answer %s ends the verification with %s', async (descriptor_code, code) => {
  const { stripe, view } = await stripeWorld()
  const { id } = await stripe.paymentIntents.create({
    ...ach,
    payment_method_data: account('000123456789'),
    mandate_data,
  })
  expect(await errorOf(stripe.paymentIntents.verifyMicrodeposits(id, { descriptor_code }))).toMatchObject({ code })
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'requires_payment_method' })
  expect(view.mandates.all()).toMatchObject([{ status: 'inactive' }])
})

test('deposits that do not arrive, and those that nobody verifies, end by the clock', async () => {
  const { stripe, advance } = await stripeWorld()
  const create = (number: string) =>
    stripe.paymentIntents.create({ ...ach, payment_method_data: account(number), mandate_data })
  const [lost, forgotten] = [await create('000666666661'), await create('000123456789')]
  await advance(2 * DAY)
  expect((await stripe.paymentIntents.retrieve(lost.id)).last_payment_error).toMatchObject({
    code: 'payment_method_microdeposit_failed',
  })
  await advance(8 * DAY)
  expect((await stripe.paymentIntents.retrieve(forgotten.id)).last_payment_error).toMatchObject({
    code: 'payment_method_microdeposit_verification_timeout',
  })
})

test('an account is set up on its page, attached, and debited later without another mandate', async () => {
  const { stripe, send, advance } = await stripeWorld()
  const customer = (await stripe.customers.create({})).id
  const method = await stripe.paymentMethods.create(account('000123456789'))
  expect(method.us_bank_account).toMatchObject({ last4: '6789', routing_number: '110000000' })
  expect(JSON.stringify(method)).not.toContain('000123456789')
  expect(await errorOf(stripe.paymentMethods.attach(method.id, { customer }))).toMatchObject({
    code: 'bank_account_unverified',
  })

  const setup = await stripe.setupIntents.create({
    customer,
    payment_method: method.id,
    allowed_payment_method_types: ['us_bank_account'],
    confirm: true,
    mandate_data,
  })
  const page = new URL(setup.next_action?.verify_with_microdeposits?.hosted_verification_url ?? '')
  expect((await send({ target: page.pathname, key: null })).body).toContain('SM11AA')
  await send({ method: 'POST', target: page.pathname, key: null, text: 'descriptor_code=SM11AA' })
  const done = await stripe.setupIntents.retrieve(setup.id)
  expect(done).toMatchObject({ status: 'succeeded', mandate: expect.stringMatching(/^mandate_/) })
  expect(await stripe.mandates.retrieve(done.mandate as string)).toMatchObject({ status: 'active', type: 'multi_use' })

  const later = await stripe.paymentIntents.create({ ...ach, customer, payment_method: method.id, off_session: true })
  await advance(4 * DAY)
  expect((await stripe.paymentIntents.retrieve(later.id)).status).toBe('succeeded')
})

test('SEPA: at once, after three minutes, failed, disputed', async () => {
  const { stripe, advance } = await stripeWorld()
  const iban = (number: string) =>
    stripe.paymentIntents.create({
      ...sepa,
      mandate_data,
      payment_method_data: {
        type: 'sepa_debit',
        sepa_debit: { iban: number },
        billing_details: { name: 'Jenny', email: 'jenny@shop.example' },
      },
    })
  const status = async ({ id }: { id: string }) => (await stripe.paymentIntents.retrieve(id)).status
  const good = await iban('DE89370400440532013000')
  const late = await stripe.paymentIntents.create({
    ...sepa,
    mandate_data,
    payment_method: 'pm_sepaDebit_successDelayed_de',
  })
  const bad = await iban('DE62370400440532013001')
  expect(good.status).toBe('processing')
  await advance(5 * SECOND)
  expect([await status(good), await status(late), await status(bad)]).toEqual([
    'succeeded',
    'processing',
    'requires_payment_method',
  ])
  await advance(3 * MINUTE)
  expect(await status(late)).toBe('succeeded')
  expect((await errorOf(iban('DE89370400440532013001'))).message).toMatch(/IBAN/)
})

test('a debit that was not authorized ends the mandate', async () => {
  const { stripe, view, advance, eventTypes } = await stripeWorld()
  await stripe.paymentIntents.create({ ...ach, payment_method: 'pm_usBankAccount_debitNotAuthorized', mandate_data })
  await advance(4 * DAY)
  expect(view.mandates.all()).toMatchObject([{ status: 'inactive', type: 'single_use' }])
  expect(eventTypes()).toContain('mandate.updated')
})

test('a debit under way can be canceled, and nothing is paid', async () => {
  const world = await stripeWorld()
  const { id } = await debit(world, 'pm_usBankAccount_success')
  expect(await world.stripe.paymentIntents.cancel(id)).toMatchObject({ status: 'canceled' })
  await world.advance(5 * DAY)
  expect(await world.stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'canceled' })
  expect(balanceIn(world.view)).toEqual({})
})
