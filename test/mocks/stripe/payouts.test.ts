import { expect, test } from 'vitest'
import { DAY, errorOf, HOUR, stripeWorld } from '../../support/stripe.js'
import { balanceIn, bookedIn, onboarded, pay } from '../../support/stripe-money.js'

/** A world whose balance has 9,680 that can be used. */
async function funded() {
  const world = await stripeWorld()
  await pay(world.stripe, 'bypassPending')
  await world.settled()
  return world
}

test('a payout leaves the balance at once, is in transit the next day and there the day after', async () => {
  const { stripe, advance, eventTypes, view } = await funded()
  const payout = await stripe.payouts.create({ amount: 5_000, currency: 'usd', metadata: { run: '1' } })
  expect(payout).toMatchObject({ status: 'pending', automatic: false, type: 'bank_account', metadata: { run: '1' } })
  expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: 4_680 }])

  await advance(DAY)
  expect(await stripe.payouts.retrieve(payout.id)).toMatchObject({ status: 'in_transit' })
  await advance(DAY)
  expect(await stripe.payouts.retrieve(payout.id)).toMatchObject({ status: 'paid' })
  expect(eventTypes().filter((type) => type.startsWith('payout.'))).toEqual([
    'payout.created',
    'payout.updated',
    'payout.paid',
  ])
  expect(balanceIn(view)).toEqual(bookedIn(view))
})

test('more than is available cannot be paid out, and nothing changes', async () => {
  const { stripe, eventTypes } = await funded()
  const error = await errorOf(stripe.payouts.create({ amount: 9_681, currency: 'usd' }))
  expect(error).toMatchObject({ statusCode: 400, code: 'balance_insufficient' })
  expect((await stripe.payouts.list()).data).toEqual([])
  expect(eventTypes()).not.toContain('payout.created')
  expect((await errorOf(stripe.payouts.create({ amount: 1, currency: 'eur' }))).message).toMatch(
    /in that currency \(eur\)/,
  )
})

test('a payout can be canceled while it is pending, and no longer', async () => {
  const { stripe, advance } = await funded()
  const [one, other] = [
    await stripe.payouts.create({ amount: 1_000, currency: 'usd' }),
    await stripe.payouts.create({ amount: 1_000, currency: 'usd' }),
  ]
  expect(await stripe.payouts.cancel(one.id)).toMatchObject({ status: 'canceled' })
  expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: 8_680 }])
  await advance(DAY)
  expect((await errorOf(stripe.payouts.cancel(other.id))).message).toMatch(/status of in_transit/)
})

test('a payout to an account that is closed comes back with its reason', async () => {
  const world = await stripeWorld()
  const account = await onboarded(world, { external_account: 'btok_us_verified_accountClosed' })
  const options = { stripeAccount: account }
  await pay(world.stripe, 'bypassPending', {}, options)
  await world.settled()
  await world.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, options)
  const { id } = await world.stripe.payouts.create({ amount: 500, currency: 'usd' }, options)
  await world.advance(2 * DAY)

  expect(await world.stripe.payouts.retrieve(id, {}, options)).toMatchObject({
    status: 'failed',
    failure_code: 'account_closed',
    failure_balance_transaction: expect.stringMatching(/^txn_/),
  })
  expect((await world.stripe.balance.retrieve({}, options)).available).toMatchObject([{ amount: 9_680 }])
  const own = world.view.of(account)
  expect(own.events.all().map(({ type }) => type)).toContain('payout.failed')
})

test('a payout that has arrived is reversed with one of its own, once', async () => {
  const { stripe, advance } = await funded()
  const { id } = await stripe.payouts.create({ amount: 1_000, currency: 'usd' })
  expect(await errorOf(stripe.payouts.reverse(id))).toMatchObject({ statusCode: 400 })
  await advance(2 * DAY)
  const reversal = await stripe.payouts.reverse(id)
  expect(reversal).toMatchObject({ amount: -1_000, original_payout: id })
  expect(await stripe.payouts.retrieve(id)).toMatchObject({ status: 'paid', reversed_by: reversal.id })
  expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: 9_680 }])
  expect(await errorOf(stripe.payouts.reverse(id))).toMatchObject({ statusCode: 400 })
})

test('automatic payouts take what becomes available each day, and say of which transactions they are made', async () => {
  const { stripe, advance, eventTypes } = await stripeWorld()
  await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'daily' } } } })
  await pay(stripe)
  await advance(DAY)
  await pay(stripe, 'visa', { amount: 20_000 })
  await advance(2 * DAY)

  const { data } = await stripe.payouts.list()
  expect(data.map(({ amount, automatic }) => [amount, automatic])).toEqual([
    [19_390, true],
    [9_680, true],
  ])
  expect(data[0]).toMatchObject({ reconciliation_status: 'completed' })
  const made = await stripe.balanceTransactions.list({ payout: data[0]?.id ?? '' })
  expect(made.data.map(({ type, net }) => [type, net])).toEqual([
    ['payout', -19_390],
    ['charge', 19_390],
  ])
  expect(eventTypes()).toContain('payout.reconciliation_completed')
})

test('weekly payouts wait for their day', async () => {
  const { stripe, advance } = await stripeWorld()
  const settings = await stripe.balanceSettings.update({
    payments: { payouts: { schedule: { interval: 'weekly', weekly_payout_days: ['wednesday'] } } },
  })
  expect(settings.payments.payouts?.schedule).toEqual({ interval: 'weekly', weekly_payout_days: ['wednesday'] })
  await pay(stripe)
  await advance(5 * DAY)
  expect((await stripe.payouts.list()).data).toEqual([])
  await advance(DAY)
  expect((await stripe.payouts.list()).data).toHaveLength(1)
})

test('an instant payout needs half an hour', async () => {
  const { stripe, advance } = await funded()
  const { id } = await stripe.payouts.create({ amount: 1_000, currency: 'usd', method: 'instant' })
  await advance(HOUR / 2)
  expect(await stripe.payouts.retrieve(id)).toMatchObject({ status: 'paid', method: 'instant' })
})

test('a top-up brings money in after days; one whose bank has none fails', async () => {
  const { stripe, advance } = await stripeWorld()
  const good = await stripe.topups.create({ amount: 5_000, currency: 'usd' })
  const bad = await stripe.topups.create({
    amount: 5_000,
    currency: 'usd',
    source: 'btok_us_verified_insufficientFunds',
  })
  const canceled = await stripe.topups.create({ amount: 5_000, currency: 'usd' })
  expect(await stripe.topups.cancel(canceled.id)).toMatchObject({ status: 'canceled' })
  await advance(5 * DAY)

  expect(await stripe.topups.retrieve(good.id)).toMatchObject({ status: 'succeeded' })
  expect(await stripe.topups.retrieve(bad.id)).toMatchObject({ status: 'failed', failure_code: 'insufficient_funds' })
  expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: 5_000 }])
  expect(await errorOf(stripe.topups.cancel(good.id))).toMatchObject({ statusCode: 400 })
})
