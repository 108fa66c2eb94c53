import { expect, test } from 'vitest'
import { DAY, errorOf, stripeWorld } from '../../support/stripe.js'
import { balanceIn, bookedIn, pay } from '../../support/stripe-money.js'

test('a payment is pending with its fee, and available two days later', async () => {
  const { stripe, advance, eventTypes, settled } = await stripeWorld()
  const { latest_charge: charge } = await pay(stripe)
  await settled()

  const [booked] = (await stripe.balanceTransactions.list()).data
  expect(booked).toMatchObject({
    amount: 10_000,
    fee: 320,
    net: 9_680,
    fee_details: [{ amount: 320, currency: 'usd', type: 'stripe_fee' }],
    type: 'charge',
    reporting_category: 'charge',
    source: charge,
    status: 'pending',
  })
  expect((await stripe.balance.retrieve()).pending).toMatchObject([{ amount: 9_680, currency: 'usd' }])

  await advance(2 * DAY)
  expect(await stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: 9_680, source_types: { card: 9_680 } }],
    pending: [{ amount: 0 }],
  })
  expect(await stripe.balanceTransactions.retrieve(booked?.id ?? '')).toMatchObject({ status: 'available' })
  expect(eventTypes()).toContain('balance.available')
})

test('before anything was paid the balance is nothing of the account’s own currency', async () => {
  const { stripe } = await stripeWorld()
  expect(await stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: 0, currency: 'usd' }],
    pending: [{ amount: 0, currency: 'usd' }],
  })
})

test('transactions are listed by type, source, currency and time; a source that is none gives none', async () => {
  const { stripe, advance } = await stripeWorld()
  const { latest_charge: first } = await pay(stripe, 'bypassPending')
  await advance(DAY)
  const { latest_charge: second } = await pay(stripe, 'visa', { currency: 'eur' })
  await stripe.refunds.create({ charge: first, amount: 100 })
  await advance(0)
  const sources = async (params: object) => (await stripe.balanceTransactions.list(params)).data.map(({ type }) => type)

  expect(await sources({})).toEqual(['refund', 'charge', 'charge'])
  expect(await sources({ type: 'refund' })).toEqual(['refund'])
  expect(await sources({ source: second })).toEqual(['charge'])
  expect(await sources({ source: 'ch_none' })).toEqual([])
  expect(await sources({ currency: 'eur' })).toEqual(['charge'])
  expect(await sources({ created: { lt: Date.UTC(2026, 0, 1) / 1000 + 1 } })).toEqual(['charge'])
  expect(await errorOf(stripe.balanceTransactions.list({ payout: 'po_none' }))).toMatchObject({
    code: 'resource_missing',
  })
})

test('the old name answers the same', async () => {
  const { stripe, send, settled } = await stripeWorld()
  await pay(stripe)
  await settled()
  const { data } = await stripe.balanceTransactions.list()

  expect((await send({ target: '/v1/balance/history' })).json).toMatchObject({ url: '/v1/balance/history', data })
  expect((await send({ target: `/v1/balance/history/${data[0]?.id}` })).json).toEqual(
    JSON.parse(JSON.stringify(data[0])),
  )
  expect((await send({ target: '/v1/balance/history/txn_none' })).status).toBe(404)
})

test('fees are a setting', async () => {
  const { stripe, settled } = await stripeWorld({ settings: { stripe: { fees: { cardPercent: 1.5, cardFixed: 25 } } } })
  await pay(stripe)
  await settled()
  expect((await stripe.balanceTransactions.list()).data).toMatchObject([{ fee: 175 }])
})

test('the balance is what its transactions come to, per currency', async () => {
  const { stripe, view, settled, advance } = await stripeWorld()
  await pay(stripe, 'visa', { currency: 'eur' })
  await pay(stripe, 'createDispute')
  const { id } = await pay(stripe, 'bypassPending')
  await settled()
  await stripe.refunds.create({ payment_intent: id })
  expect(balanceIn(view)).toEqual(bookedIn(view))
  await advance(20 * DAY)
  expect(balanceIn(view)).toEqual(bookedIn(view))
})
