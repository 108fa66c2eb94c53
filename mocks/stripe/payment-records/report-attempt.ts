import { behaviour } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { methodDetails, shippingDetails } from './details.js'
import { amountsFor, checkReports } from './record.js'
import { attemptOf } from './report-payment.js'

/**
 * Reports that the payment is tried again: the record shows the new attempt, those before keep what became of them.
 * @throws resource_missing (404), status_transition_invalid, parameter_missing (400)
 * @source https://docs.stripe.com/api/payment-record/report-payment-attempt/report (read 2026-11); @unverified that the record's amounts are then those of the new attempt alone
 */
export const reportAttempt = behaviour(
  'POST /v1/payment_records/{id}/report_payment_attempt',
  ({ params, body }, world) => {
    const record = world.paymentRecords.get(params.id, 'id')
    checkReports(record, 'attempt')
    const next = {
      ...record,
      ...amountsFor(record.amount_requested, body),
      description: body.description ?? record.description,
      metadata: mergeMetadata(record.metadata, body.metadata),
      payment_method_details: body.payment_method_details
        ? methodDetails(world, body.payment_method_details)
        : record.payment_method_details,
      shipping_details: body.shipping_details ? shippingDetails(body.shipping_details) : record.shipping_details,
    }
    return world.paymentRecords.put({ ...next, latest_payment_attempt_record: attemptOf(world, next).id })
  },
)
