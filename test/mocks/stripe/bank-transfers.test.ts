import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'
import { balanceIn, bookedIn, onboarded } from '../../support/stripe-money.js'
import { byTransfer, remaining, sender } from '../../support/stripe-transfers.js'

test('a payment waits for a bank transfer, and is made when the money comes', async () => {
  const world = await stripeWorld()
  const { cash, customer, moves, pay, send } = await sender(world)
  const intent = await pay()
  expect(intent).toMatchObject({
    status: 'requires_action',
    latest_charge: null,
    next_action: {
      type: 'display_bank_transfer_instructions',
      display_bank_transfer_instructions: {
        amount_remaining: 10_000,
        currency: 'usd',
        financial_addresses: [{ type: 'aba' }, { type: 'swift' }],
        hosted_instructions_url: expect.stringMatching(
          /^https:\/\/payments\.stripe\.com\/bank_transfers\/instructions\//,
        ),
        reference: expect.stringMatching(/^[A-Z0-9]{12}$/),
        type: 'us_bank_transfer',
      },
    },
  })

  const funded = await send(10_000)
  expect(funded).toMatchObject({ type: 'funded', net_amount: 10_000, ending_balance: 10_000, customer })
  const paid = await world.stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge.balance_transaction'] })
  expect(paid).toMatchObject({
    status: 'succeeded',
    amount_received: 10_000,
    next_action: null,
    latest_charge: {
      id: expect.stringMatching(/^py_/),
      paid: true,
      payment_method_details: { type: 'customer_balance', customer_balance: {} },
      balance_transaction: { type: 'payment', amount: 10_000, fee: 50 },
    },
  })
  expect(await cash()).toBe(0)
  expect(await moves()).toEqual(['funded 10000', 'applied_to_payment -10000'])
  expect(balanceIn(world.view)).toEqual(bookedIn(world.view))
  expect(world.eventTypes()).toEqual([
    'customer.created',
    'payment_intent.created',
    'payment_intent.requires_action',
    'customer_cash_balance_transaction.created',
    'customer_cash_balance_transaction.created',
    'charge.succeeded',
    'payment_intent.succeeded',
  ])
})

test('too little leaves it waiting for the rest; too much stays with the customer and pays the next at once', async () => {
  const world = await stripeWorld()
  const { cash, moves, pay, send } = await sender(world)
  const { id } = await pay()
  await send(4000)
  const partly = await world.stripe.paymentIntents.retrieve(id)
  expect([partly.status, partly.amount_received, remaining(partly)]).toEqual(['requires_action', 0, 6000])
  expect(world.eventTypes().at(-1)).toBe('payment_intent.partially_funded')
  expect(balanceIn(world.view)).toEqual({})

  await send(9000)
  expect(await world.stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded', amount_received: 10_000 })
  expect(await cash()).toBe(3000)
  expect(world.view.events.all().at(-1)).toMatchObject({
    type: 'cash_balance.funds_available',
    data: { object: { available: { usd: 3000 } } },
  })

  const { status, next_action: action } = await pay({ amount: 2500 })
  expect([status, action]).toEqual(['succeeded', null])
  const last = await pay({ amount: 600 })
  expect([last.status, remaining(last), await cash()]).toEqual(['requires_action', 100, 0])
  expect(await moves()).toEqual([
    'funded 4000',
    'applied_to_payment -4000',
    'funded 9000',
    'applied_to_payment -6000',
    'applied_to_payment -2500',
    'applied_to_payment -500',
  ])
})

test('money goes to the payment that it names, else to those that it pays exactly, else to the oldest', async () => {
  const world = await stripeWorld()
  const { pay, send } = await sender(world)
  const intents = [await pay({ amount: 5000 }), await pay({ amount: 700 }), await pay({ amount: 800 })]
  const waiting = async () =>
    Promise.all(
      intents.map(async ({ id }) => {
        const intent = await world.stripe.paymentIntents.retrieve(id)
        return intent.status === 'succeeded' ? 'paid' : remaining(intent)
      }),
    )
  const reference = intents[2]?.next_action?.display_bank_transfer_instructions?.reference ?? ''
  await send(300, `Invoice ${reference.toLowerCase()}`)
  expect(await waiting()).toEqual([5000, 700, 500])
  await send(1200)
  expect(await waiting()).toEqual([5000, 'paid', 'paid'])
  await send(1000, 'something else')
  expect(await waiting()).toEqual([4000, 'paid', 'paid'])
})

test('by hand: nothing is used until the shop says so, and no more than there is', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const { cash, customer, pay, send } = await sender(world, {
    cash_balance: { settings: { reconciliation_mode: 'manual' } },
  })
  await send(7000)
  expect(world.eventTypes().at(-1)).toBe('cash_balance.funds_available')
  const intent = await pay()
  expect([intent.status, remaining(intent), await cash()]).toEqual(['requires_action', 10_000, 7000])

  const apply = (more: object = {}) => stripe.paymentIntents.applyCustomerBalance(intent.id, more)
  expect(remaining(await apply({ amount: 2000, currency: 'usd' }))).toBe(8000)
  expect(await errorOf(apply({ amount: 6000 }))).toMatchObject({ statusCode: 400, code: 'balance_insufficient' })
  expect(await errorOf(apply({ amount: 8001 }))).toMatchObject({ code: 'amount_too_large', param: 'amount' })
  expect(await errorOf(apply({ amount: 0 }))).toMatchObject({ code: 'parameter_invalid_integer' })
  expect(await errorOf(apply({ currency: 'eur' }))).toMatchObject({ param: 'currency' })
  expect(remaining(await apply())).toBe(3000)
  expect(await errorOf(apply())).toMatchObject({ code: 'balance_insufficient' })

  await send(4000)
  expect(await apply()).toMatchObject({ status: 'succeeded', amount_received: 10_000 })
  expect(await cash()).toBe(1000)
  expect(await errorOf(apply())).toMatchObject({ code: 'payment_intent_unexpected_state' })

  expect(world.eventTypes().filter((type) => type === 'payment_intent.requires_action')).toHaveLength(1)

  const later = await pay({ amount: 400 })
  await stripe.customers.updateCashBalance(customer, { settings: { reconciliation_mode: 'merchant_default' } })
  expect(await stripe.paymentIntents.retrieve(later.id)).toMatchObject({ status: 'succeeded' })
})

test('a payment that nobody has confirmed is paid from the balance by hand, one for cards is not', async () => {
  const world = await stripeWorld()
  const { customer, send } = await sender(world)
  await send(2000)
  const of = async (type: 'card' | 'customer_balance') => {
    const params = { amount: 2000, currency: 'usd', customer, allowed_payment_method_types: [type] }
    const { id } = await world.stripe.paymentIntents.create(params)
    return world.stripe.paymentIntents.applyCustomerBalance(id)
  }
  expect(await errorOf(of('card'))).toMatchObject({ code: 'payment_intent_unexpected_state' })
  expect(await of('customer_balance')).toMatchObject({ status: 'succeeded' })
})

test('canceled, or paid otherwise: the customer has the money back, and it pays what else waits', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const { cash, customer, moves, pay, send } = await sender(world)
  const first = await pay()
  await send(4000)
  await stripe.paymentIntents.cancel(first.id)
  expect([await cash(), (await moves()).at(-1)]).toEqual([4000, 'unapplied_from_payment 4000'])
  expect(world.eventTypes().at(-1)).toBe('cash_balance.funds_available')

  const second = await pay({ allowed_payment_method_types: ['card', 'customer_balance'] })
  const third = await pay({ amount: 1000 })
  expect(remaining(second)).toBe(6000)
  await stripe.paymentIntents.confirm(second.id, { payment_method: 'pm_card_visa' })
  expect(await stripe.paymentIntents.retrieve(third.id)).toMatchObject({ status: 'succeeded' })
  expect(await cash()).toBe(3000)
  expect(await errorOf(stripe.customers.del(customer))).toMatchObject({ statusCode: 400 })
})

test('an amount that shrinks to what was sent needs no more; one that grows needs the rest', async () => {
  const world = await stripeWorld()
  const { cash, pay, send } = await sender(world)
  const { id } = await pay()
  await send(4000)
  expect(remaining(await world.stripe.paymentIntents.update(id, { amount: 12_000 }))).toBe(8000)
  await world.stripe.paymentIntents.update(id, { amount: 3500 })
  expect(await world.stripe.paymentIntents.confirm(id)).toMatchObject({ status: 'succeeded', amount_received: 3500 })
  expect(await cash()).toBe(500)
})

test.each([
  ['a payment of nobody', { customer: undefined }, 'parameter_missing', 'customer'],
  ['another currency', { currency: 'eur' }, undefined, 'payment_method_options[customer_balance][bank_transfer][type]'],
  ['a currency without transfers', { currency: 'chf' }, undefined, 'currency'],
  ['capture by hand', { capture_method: 'manual' }, 'payment_intent_incompatible_payment_method', 'payment_method'],
  [
    'a list of types without it',
    { allowed_payment_method_types: ['card'] },
    'payment_intent_incompatible_payment_method',
    'payment_method',
  ],
  [
    'what is to be used again',
    { setup_future_usage: 'off_session' },
    'payment_intent_incompatible_payment_method',
    'setup_future_usage',
  ],
  [
    'a transfer of no type',
    { payment_method_options: { customer_balance: { funding_type: 'bank_transfer' } } },
    'parameter_missing',
    'payment_method_options[customer_balance][bank_transfer][type]',
  ],
] as const)('%s is refused', async (_, more, code, param) => {
  const world = await stripeWorld()
  const { pay } = await sender(world)
  const error = await errorOf(pay(more as object))
  expect([error.statusCode, error.code, error.param]).toEqual([400, code, param])
})

test('without a way to send more, a payment is made when there is enough and fails when there is not', async () => {
  const world = await stripeWorld()
  const { cash, customer, send } = await sender(world)
  const { payment_method_options: _, ...plain } = byTransfer
  const pay = (more: object = {}) => world.stripe.paymentIntents.create({ ...plain, customer, ...more })
  await send(10_000)
  expect(await errorOf(pay({ amount: 10_001 }))).toMatchObject({ statusCode: 402 })
  expect(world.eventTypes().at(-1)).toBe('payment_intent.payment_failed')
  expect(await cash()).toBe(10_000)
  expect(await pay()).toMatchObject({ status: 'succeeded' })

  const automatic = { allowed_payment_method_types: undefined, automatic_payment_methods: { enabled: true } }
  const waits = await pay({ ...automatic, return_url: 'https://shop.example' })
  expect(waits.next_action).toMatchObject({ display_bank_transfer_instructions: { type: 'us_bank_transfer' } })
  const never = pay({ ...automatic, error_on_requires_action: true })
  expect(await errorOf(never)).toMatchObject({ statusCode: 402 })
})

test('the page with the instructions sends the money, with its reference', async () => {
  const world = await stripeWorld()
  const { pay } = await sender(world)
  await pay()
  const { id, next_action: action } = await pay()
  const url = new URL(action?.display_bank_transfer_instructions?.hosted_instructions_url ?? '')
  const open = (text?: string) =>
    world.send({ target: url.pathname, headers: { host: url.host }, key: null, ...(text && { method: 'POST', text }) })
  const page = await open()
  expect(page.body).toContain(action?.display_bank_transfer_instructions?.reference)
  expect(page.body).toContain('$100.00 USD')
  expect((await open('amount=-1')).status).toBe(400)
  expect((await open('amount=10000')).status).toBe(200)
  expect(await world.stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded' })
  expect((await open('amount=10000')).status).toBe(400)
  expect((await open()).body).toContain('No transfer is needed')
})

test('a connected account has customers, cash and pages of its own', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const stripeAccount = await onboarded(world)
  const own = world.view.of(stripeAccount)
  const { id: customer } = await stripe.customers.create({}, { stripeAccount })
  const params = { ...byTransfer, customer, application_fee_amount: 1000 }
  const { id, next_action: action } = await stripe.paymentIntents.create(params, { stripeAccount })
  const money = { amount: 4000, currency: 'usd' }
  expect(await errorOf(stripe.testHelpers.customers.fundCashBalance(customer, money))).toMatchObject({
    statusCode: 404,
  })
  await stripe.testHelpers.customers.fundCashBalance(customer, money, { stripeAccount })
  const url = new URL(action?.display_bank_transfer_instructions?.hosted_instructions_url ?? '')
  const sent = { target: url.pathname, headers: { host: url.host }, key: null, method: 'POST', text: 'amount=6000' }
  expect((await world.send(sent)).status).toBe(200)
  expect(await stripe.paymentIntents.retrieve(id, {}, { stripeAccount })).toMatchObject({ status: 'succeeded' })
  expect([balanceIn(own), balanceIn(world.view)]).toEqual([{ usd: 10_000 - 50 - 1000 }, { usd: 1000 }])
})
