import { expect, test } from 'vitest'
import { DAY, errorOf, stripeWorld } from '../../support/stripe.js'
import { balanceIn, bookedIn, onboarded, pay } from '../../support/stripe-money.js'

/** A world with a connected account, its own clients and sums. */
async function connected() {
  const world = await stripeWorld()
  const account = await onboarded(world)
  const own = world.view.of(account)
  const sums = () => [balanceIn(world.view).usd ?? 0, balanceIn(own).usd ?? 0]
  const booked = () => [bookedIn(world.view).usd ?? 0, bookedIn(own).usd ?? 0]
  return { ...world, account, own, options: { stripeAccount: account }, sums, booked }
}

test('requests with Stripe-Account act there, and rows are apart', async () => {
  const { stripe, options, account } = await connected()
  const theirs = await stripe.customers.create({ name: 'Theirs' }, options)
  expect(await errorOf(stripe.customers.retrieve(theirs.id))).toMatchObject({ statusCode: 404 })
  expect((await stripe.customers.list({}, options)).data).toHaveLength(1)
  expect((await stripe.customers.list()).data).toHaveLength(0)
  expect((await stripe.accounts.retrieveCurrent({}, options)).id).toBe(account)
  expect(await errorOf(stripe.customers.list({}, { stripeAccount: 'acct_none' }))).toMatchObject({
    statusCode: 403,
    code: 'account_invalid',
  })
})

test('a direct charge is the account’s own; the platform gets its fee, and its endpoint the events', async () => {
  const world = await connected()
  const { stripe, options, account, receiver, settled, sums, booked } = world
  const { url, received } = receiver()
  await stripe.webhookEndpoints.create({
    url,
    enabled_events: ['charge.succeeded', 'application_fee.created'],
    connect: true,
  })
  const intent = await pay(stripe, 'visa', { application_fee_amount: 500 }, options)
  await settled()

  expect(sums()).toEqual([500, 10_000 - 320 - 500])
  expect(booked()).toEqual(sums())
  const [fee] = (await stripe.applicationFees.list()).data
  expect(fee).toMatchObject({ amount: 500, account, charge: intent.latest_charge })
  expect(await stripe.charges.retrieve(intent.latest_charge, {}, options)).toMatchObject({
    application_fee: fee?.id,
    application_fee_amount: 500,
  })
  // The platform's own event, application_fee.created, is not for an endpoint of connected accounts.
  expect(received.map(({ body }) => JSON.parse(body))).toMatchObject([{ type: 'charge.succeeded', account }])

  await stripe.refunds.create({ charge: intent.latest_charge, amount: 5_000, refund_application_fee: true }, options)
  expect(sums()).toEqual([250, 10_000 - 320 - 500 - 5_000 + 250])
  expect(booked()).toEqual(sums())
})

test('a destination charge is passed on, less the fee, and comes back with its refund', async () => {
  const world = await connected()
  const { stripe, account, own, settled, sums, booked, eventTypes } = world
  const intent = await pay(stripe, 'visa', { application_fee_amount: 1_000, transfer_data: { destination: account } })
  await settled()
  expect(sums()).toEqual([10_000 - 320 - 10_000 + 1_000, 9_000])
  const charge = await stripe.charges.retrieve(intent.latest_charge, { expand: ['transfer'] })
  expect(charge.transfer).toMatchObject({ amount: 10_000, destination: account, source_transaction: charge.id })
  expect(own.charges.all()).toMatchObject([{ amount: 10_000, source_transfer: expect.stringMatching(/^tr_/) }])
  expect(eventTypes()).toEqual(expect.arrayContaining(['transfer.created', 'application_fee.created']))

  const refund = await stripe.refunds.create({
    charge: charge.id,
    reverse_transfer: true,
    refund_application_fee: true,
  })
  expect(refund.transfer_reversal).toMatch(/^trr_/)
  expect(sums()).toEqual([-320, 0])
  expect(booked()).toEqual(sums())
})

test('money is transferred as far as it is there, or out of a charge while it is pending', async () => {
  const { stripe, account, settled, sums, advance } = await connected()
  const transfer = { amount: 4_000, currency: 'usd', destination: account }
  expect(await errorOf(stripe.transfers.create(transfer))).toMatchObject({ code: 'balance_insufficient' })

  const { latest_charge: charge } = await pay(stripe)
  await settled()
  const made = await stripe.transfers.create({ ...transfer, source_transaction: charge })
  expect(made).toMatchObject({ source_transaction: charge, transfer_group: `group_${charge}` })
  const more = await errorOf(stripe.transfers.create({ ...transfer, amount: 6_001, source_transaction: charge }))
  expect(more.message).toMatch(/6000 are left/)
  expect(sums()).toEqual([9_680 - 4_000, 4_000])
  expect((await stripe.balance.retrieve({}, { stripeAccount: account })).pending).toMatchObject([{ amount: 4_000 }])

  expect(await stripe.transfers.createReversal(made.id, { amount: 1_000 })).toMatchObject({ amount: 1_000 })
  await advance(2 * DAY)
  // What was paid out overnight cannot be taken back.
  expect(await errorOf(stripe.transfers.createReversal(made.id))).toMatchObject({ code: 'balance_insufficient' })
  expect(await stripe.transfers.retrieve(made.id)).toMatchObject({ amount_reversed: 1_000, reversed: false })
})

test('an account that cannot receive transfers is told apart from one that does not exist', async () => {
  const { stripe, settled } = await connected()
  await pay(stripe, 'bypassPending')
  await settled()
  const { id } = await stripe.accounts.create({ type: 'custom', capabilities: { transfers: { requested: true } } })
  const transfer = { amount: 100, currency: 'usd' }
  expect(await errorOf(stripe.transfers.create({ ...transfer, destination: id }))).toMatchObject({
    code: 'insufficient_capabilities_for_transfer',
  })
  expect(await errorOf(stripe.transfers.create({ ...transfer, destination: 'acct_none' }))).toMatchObject({
    code: 'resource_missing',
    param: 'destination',
  })
  expect(await errorOf(pay(stripe, 'visa', { application_fee_amount: 5 }))).toMatchObject({
    param: 'application_fee_amount',
  })
})

test('a payment in a connected account passes 3D Secure on the same page', async () => {
  const { stripe, send, options } = await connected()
  const intent = await pay(stripe, 'authenticationRequired', { return_url: 'https://shop.example/back' }, options)
  const page = new URL(intent.next_action?.redirect_to_url?.url ?? '')
  expect((await send({ target: page.pathname, key: null })).body).toContain('$100.00')
  await send({ method: 'POST', target: page.pathname, key: null, text: 'outcome=complete' })
  expect((await stripe.paymentIntents.retrieve(intent.id, {}, options)).status).toBe('succeeded')
})

test('a card saved with the platform is copied to a connected account', async () => {
  const { stripe, options } = await connected()
  const { id: customer } = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const [saved] = (await stripe.customers.listPaymentMethods(customer)).data
  const copy = await stripe.paymentMethods.create({ customer, payment_method: saved?.id ?? '' }, options)
  expect(copy).toMatchObject({ customer: null, card: { last4: '4242' } })
  expect(await errorOf(stripe.paymentMethods.create({ customer, payment_method: saved?.id ?? '' }))).toMatchObject({
    statusCode: 400,
  })
})

test('a refund that would take the balance below zero waits for money where that is not allowed', async () => {
  const { stripe, options, settled, advance, own } = await connected()
  await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, options)
  const { latest_charge: charge } = await pay(stripe, 'bypassPending', {}, options)
  await settled()
  await stripe.payouts.create({ amount: 9_000, currency: 'usd' }, options)

  const refund = await stripe.refunds.create({ charge, amount: 2_000 }, options)
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'insufficient_funds', balance_transaction: null })
  await pay(stripe, 'visa', {}, options)
  await advance(2 * DAY)
  expect(await stripe.refunds.retrieve(refund.id, {}, options)).toMatchObject({ status: 'succeeded' })
  expect(balanceIn(own)).toEqual(bookedIn(own))
})

test('what is passed on is told by the fee or by the amount, and an account that is none by its own name', async () => {
  const { stripe, account } = await connected()
  const to = (transfer_data: { destination: string; amount?: number }, given: object = {}) =>
    errorOf(pay(stripe, 'visa', { transfer_data, ...given }))
  expect(await to({ destination: account, amount: 100 }, { application_fee_amount: 100 })).toMatchObject({
    code: 'parameters_exclusive',
  })
  expect(await to({ destination: 'acct_none' })).toMatchObject({
    message: "No such destination: 'acct_none'",
    param: 'transfer_data[destination]',
  })
})
