import { behaviour, type PaymentAttemptRecord, type PaymentRecord } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { checkAmount, checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import { customerDetails, methodDetails, shippingDetails } from './details.js'
import { amountsFor } from './record.js'

/**
 * Reports a payment that was made elsewhere, under way or at its end. Amounts in minor units; nothing is booked.
 * @throws parameter_missing, resource_missing, what is wrong with an amount (400)
 * @source https://docs.stripe.com/api/payment-record/report-payment/report (read 2026-11)
 */
export const reportPayment = behaviour('POST /v1/payment_records/report_payment', ({ body }, world) => {
  const currency = checkCurrency(body.amount_requested.currency)
  checkAmount(body.amount_requested.value, currency)
  const { processor_details: processor } = body
  const record: PaymentRecord = {
    id: world.id('pr'),
    object: 'payment_record',
    ...amountsFor({ currency, value: body.amount_requested.value }, body),
    application: world.port.scope === '' ? null : world.application,
    created: world.now(),
    customer_details: customerDetails(world, body.customer_details),
    customer_presence: body.customer_presence ?? null,
    description: body.description ?? null,
    latest_payment_attempt_record: null,
    livemode: false,
    metadata: mergeMetadata({}, body.metadata),
    payment_method_details: methodDetails(world, body.payment_method_details),
    processor_details: {
      ...(processor?.custom && { custom: { payment_reference: processor.custom.payment_reference } }),
      type: 'custom',
    },
    reported_by: 'self',
    shipping_details: shippingDetails(body.shipping_details),
  }
  const attempt = attemptOf(world, record)
  return world.paymentRecords.insert({ ...record, latest_payment_attempt_record: attempt.id })
})

/** The attempt that a record shows, kept by itself. */
export function attemptOf(world: StripeWorld, record: PaymentRecord): PaymentAttemptRecord {
  const { latest_payment_attempt_record: _, ...shared } = record
  return world.paymentAttempts.insert({
    ...shared,
    id: world.id('par'),
    object: 'payment_attempt_record',
    created: world.now(),
    payment_record: record.id,
  } as PaymentAttemptRecord)
}
