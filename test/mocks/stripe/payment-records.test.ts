import type Stripe from 'stripe'
import { describe, expect, test } from 'vitest'
import { recordLifecycle, standingOf } from '../../../mocks/stripe/payment-records/record.js'
import { errorOf, stripeWorld } from '../../support/stripe.js'
import { type TestWorld, walk } from '../../support/stripe-lifecycles.js'

const AT = 1_767_225_600
const PAYMENT: Stripe.PaymentRecordReportPaymentParams = {
  amount_requested: { currency: 'usd', value: 1000 },
  initiated_at: AT,
  customer_presence: 'on_session',
  payment_method_details: { type: 'custom', custom: { display_name: 'newpay', type: 'cpmt_newpay' } },
  processor_details: { type: 'custom', custom: { payment_reference: 'npp2358872734k' } },
}
const REFUND: Stripe.PaymentRecordReportRefundParams = {
  outcome: 'refunded',
  processor_details: { type: 'custom', custom: { refund_reference: 'r-1' } },
  refunded: { refunded_at: AT },
}

async function reported({ stripe }: TestWorld, more: Partial<Stripe.PaymentRecordReportPaymentParams> = {}) {
  return (await stripe.paymentRecords.reportPayment({ ...PAYMENT, ...more })).id
}

const guaranteed = { outcome: 'guaranteed', guaranteed: { guaranteed_at: AT } } as const
const failed = { outcome: 'failed', failed: { failed_at: AT } } as const
const canceled = { outcome: 'canceled', canceled: { canceled_at: AT } } as const

walk('a payment record', {
  lifecycle: recordLifecycle,
  reach: {
    reported: (world) => reported(world),
    canceled: (world) => reported(world, canceled),
    failed: (world) => reported(world, failed),
    guaranteed: (world) => reported(world, guaranteed),
    refunded: async (world) => {
      const id = await reported(world, guaranteed)
      await world.stripe.paymentRecords.reportRefund(id, REFUND)
      return id
    },
  },
  act: {
    canceled: ({ stripe }, id) => stripe.paymentRecords.reportPaymentAttemptCanceled(id, { canceled_at: AT }),
    failed: ({ stripe }, id) => stripe.paymentRecords.reportPaymentAttemptFailed(id, { failed_at: AT }),
    guaranteed: ({ stripe }, id) => stripe.paymentRecords.reportPaymentAttemptGuaranteed(id, { guaranteed_at: AT }),
    attempt: ({ stripe }, id) => stripe.paymentRecords.reportPaymentAttempt(id, { initiated_at: AT }),
    refund: ({ stripe }, id) => stripe.paymentRecords.reportRefund(id, REFUND),
  },
  silent: [],
  state: ({ view }, id) => standingOf(view.paymentRecords.get(id, 'id')),
  row: (view, id) => view.paymentRecords.get(id, 'id'),
})

describe('a payment made elsewhere', () => {
  test('is reported, with its attempt, and guaranteed later', async () => {
    const { stripe } = await stripeWorld()
    const made = await stripe.paymentRecords.reportPayment(PAYMENT)
    expect(made).toMatchObject({
      object: 'payment_record',
      amount_requested: { currency: 'usd', value: 1000 },
      amount_guaranteed: { currency: 'usd', value: 0 },
      processor_details: { custom: { payment_reference: 'npp2358872734k' } },
      reported_by: 'self',
    })
    const done = await stripe.paymentRecords.reportPaymentAttemptGuaranteed(made.id, {
      guaranteed_at: AT,
      metadata: { order: '7' },
    })
    expect(done).toMatchObject({ amount_guaranteed: { value: 1000 }, metadata: { order: '7' } })
    const attempts = await stripe.paymentAttemptRecords.list({ payment_record: made.id })
    expect(attempts.data).toMatchObject([
      { id: made.latest_payment_attempt_record, payment_record: made.id, amount_guaranteed: { value: 1000 } },
    ])
  })

  test('is tried again after it failed: the record shows the new attempt, the old one keeps its end', async () => {
    const { stripe } = await stripeWorld()
    const first = await stripe.paymentRecords.reportPayment({ ...PAYMENT, ...failed })
    expect(first.amount_failed.value).toBe(1000)
    const second = await stripe.paymentRecords.reportPaymentAttempt(first.id, { initiated_at: AT, ...guaranteed })
    expect(second).toMatchObject({ id: first.id, amount_failed: { value: 0 }, amount_guaranteed: { value: 1000 } })
    const { data } = await stripe.paymentAttemptRecords.list({ payment_record: first.id })
    const ends = data.map((attempt) => [attempt.amount_failed.value, attempt.amount_guaranteed.value])
    expect(ends.sort()).toEqual([
      [0, 1000],
      [1000, 0],
    ])

    const third = await errorOf(stripe.paymentRecords.reportPaymentAttempt(first.id, { initiated_at: AT }))
    expect(third).toMatchObject({ code: 'status_transition_invalid', statusCode: 400 })
  })

  test('is refunded in parts, and not beyond what is left or in another currency', async () => {
    const { stripe } = await stripeWorld()
    const { id } = await stripe.paymentRecords.reportPayment({ ...PAYMENT, ...guaranteed })
    const part = await stripe.paymentRecords.reportRefund(id, { ...REFUND, amount: { currency: 'usd', value: 300 } })
    expect([part.amount_guaranteed.value, part.amount_refunded.value]).toEqual([700, 300])
    const most = await errorOf(
      stripe.paymentRecords.reportRefund(id, { ...REFUND, amount: { currency: 'usd', value: 701 } }),
    )
    expect(most).toMatchObject({ statusCode: 400, param: 'amount[value]' })
    const other = await errorOf(
      stripe.paymentRecords.reportRefund(id, { ...REFUND, amount: { currency: 'eur', value: 100 } }),
    )
    expect(other).toMatchObject({ statusCode: 400, param: 'amount[currency]' })
    const rest = await stripe.paymentRecords.reportRefund(id, REFUND)
    expect([rest.amount_guaranteed.value, rest.amount_refunded.value]).toEqual([0, 1000])
  })

  test('has more told of it, wherever it stands', async () => {
    const { stripe } = await stripeWorld()
    const { id } = await stripe.paymentRecords.reportPayment({ ...PAYMENT, ...guaranteed })
    const told = await stripe.paymentRecords.reportPaymentAttemptInformational(id, {
      description: 'Tea',
      customer_details: { name: 'Jenny Rosen' },
      shipping_details: { name: 'Jenny Rosen', address: { country: 'US' } },
    })
    expect(told).toMatchObject({
      description: 'Tea',
      amount_guaranteed: { value: 1000 },
      customer_details: { name: 'Jenny Rosen', email: null },
      shipping_details: { address: { country: 'US', line1: null } },
    })
    const customer = stripe.paymentRecords.reportPaymentAttemptInformational(id, {
      customer_details: { customer: 'cus_none' },
    })
    expect(await errorOf(customer)).toMatchObject({ code: 'resource_missing', statusCode: 400 })
  })

  test('is refused without what it was paid with, and with an end but not its time', async () => {
    const { stripe } = await stripeWorld()
    const bare = stripe.paymentRecords.reportPayment({ ...PAYMENT, payment_method_details: { type: 'custom' } })
    expect(await errorOf(bare)).toMatchObject({ code: 'parameter_missing', param: 'payment_method_details[custom]' })
    const timeless = stripe.paymentRecords.reportPayment({ ...PAYMENT, outcome: 'failed' })
    expect(await errorOf(timeless)).toMatchObject({ code: 'parameter_missing', param: 'failed' })
    const none = stripe.paymentRecords.reportRefund('pr_none', REFUND)
    expect(await errorOf(none)).toMatchObject({ code: 'resource_missing', statusCode: 404 })
  })
})
