import type { Behaviour } from '../../../src/engine/kit.js'
import { reportAttempt } from './report-attempt.js'
import { reportCanceled, reportFailed, reportGuaranteed, reportInformational } from './report-outcome.js'
import { reportPayment } from './report-payment.js'
import { reportRefund } from './report-refund.js'

/** Payments made elsewhere, as they are reported. */
export const paymentRecordBehaviours: readonly Behaviour[] = [
  reportPayment,
  reportAttempt,
  reportCanceled,
  reportFailed,
  reportGuaranteed,
  reportInformational,
  reportRefund,
]
