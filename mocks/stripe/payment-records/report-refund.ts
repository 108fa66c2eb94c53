import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { checkReports, report } from './record.js'

/**
 * Reports that money was given back, all that is left unless an amount is named: it is guaranteed no longer. Amounts in minor units.
 * @throws resource_missing (404), status_transition_invalid, another currency, more than is left (400) @unverified wording
 * @source https://docs.stripe.com/api/payment-record/report-refund/report (read 2026-11)
 */
export const reportRefund = behaviour('POST /v1/payment_records/{id}/report_refund', ({ params, body }, world) => {
  const record = world.paymentRecords.get(params.id, 'id')
  checkReports(record, 'refund')
  const { currency, value: left } = record.amount_guaranteed
  const { amount = { currency, value: left } } = body
  if (amount.currency !== currency) {
    throw invalidRequest(`The refund must be in the currency of the payment: ${currency}.`, {
      param: 'amount[currency]',
    })
  }
  if (amount.value < 1 || amount.value > left) {
    throw invalidRequest(
      `The refund (${amount.value}) must be at least 1 and at most what is not refunded (${left}).`,
      {
        param: 'amount[value]',
      },
    )
  }
  const change = {
    amount_guaranteed: { currency, value: left - amount.value },
    amount_refunded: { currency, value: record.amount_refunded.value + amount.value },
  }
  return report(world, record, change, body.metadata)
})
