import { behaviour, type Metadata, type PaymentRecord } from '../api.js'
import type { StripeWorld } from '../world.js'
import { customerDetails, shippingDetails } from './details.js'
import { checkReports, type Outcome, report } from './record.js'

/** The attempt comes to an end, and its whole amount with it. */
function ended(world: StripeWorld, id: string, outcome: Outcome, metadata: Metadata | '' | undefined): PaymentRecord {
  const record = world.paymentRecords.get(id, 'id')
  checkReports(record, outcome)
  return report(world, record, { [`amount_${outcome}`]: record.amount_requested }, metadata)
}

/** @throws resource_missing (404), status_transition_invalid (400) @source https://docs.stripe.com/api/payment-record/report-payment-attempt-canceled/report (read 2026-11) */
export const reportCanceled = behaviour(
  'POST /v1/payment_records/{id}/report_payment_attempt_canceled',
  ({ params, body }, world) => ended(world, params.id, 'canceled', body.metadata),
)

/** @throws see `reportCanceled` @source https://docs.stripe.com/api/payment-record/report-payment-attempt-failed/report (read 2026-11) */
export const reportFailed = behaviour(
  'POST /v1/payment_records/{id}/report_payment_attempt_failed',
  ({ params, body }, world) => ended(world, params.id, 'failed', body.metadata),
)

/** @throws see `reportCanceled` @source https://docs.stripe.com/api/payment-record/report-payment-attempt-guaranteed/report (read 2026-11) */
export const reportGuaranteed = behaviour(
  'POST /v1/payment_records/{id}/report_payment_attempt_guaranteed',
  ({ params, body }, world) => ended(world, params.id, 'guaranteed', body.metadata),
)

/** Says more of a payment, wherever it stands. @throws resource_missing (404, 400) @source https://docs.stripe.com/api/payment-record/report-payment-attempt-informational/report (read 2026-11) */
export const reportInformational = behaviour(
  'POST /v1/payment_records/{id}/report_payment_attempt_informational',
  ({ params, body = {} }, world) => {
    const record = world.paymentRecords.get(params.id, 'id')
    const { customer_details: customer, description, shipping_details: shipping } = body
    const change = {
      ...(customer !== undefined && { customer_details: customerDetails(world, customer) }),
      ...(description !== undefined && { description: description || null }),
      ...(shipping !== undefined && { shipping_details: shippingDetails(shipping) }),
    }
    return report(world, record, change, body.metadata)
  },
)
