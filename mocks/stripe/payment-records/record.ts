import { lifecycle } from '../../../src/engine/kit.js'
import type { Metadata, PaymentAttemptRecord, PaymentRecord } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'

export type Outcome = 'canceled' | 'failed' | 'guaranteed'
export type Standing = 'reported' | Outcome | 'refunded'
export type Report = Outcome | 'attempt' | 'refund'

/**
 * Where the latest attempt of a payment stands that was made elsewhere.
 * @source https://docs.stripe.com/api/payment-record (read 2026-11): a new attempt when all others failed or were canceled, and nothing
 * but refunds once one is guaranteed; @unverified that what failed or was canceled cannot come to another end
 */
export const recordLifecycle = lifecycle<Standing, Report>(
  ['reported', 'canceled', 'failed', 'guaranteed', 'refunded'],
  {
    canceled: { from: ['reported'], to: ['canceled'] },
    failed: { from: ['reported'], to: ['failed'] },
    guaranteed: { from: ['reported'], to: ['guaranteed'] },
    attempt: { from: ['canceled', 'failed'], to: ['reported', 'canceled', 'failed', 'guaranteed'] },
    refund: { from: ['guaranteed'], to: ['guaranteed', 'refunded'] },
  },
)

type Amounts = Pick<
  PaymentRecord,
  'amount_canceled' | 'amount_failed' | 'amount_guaranteed' | 'amount_refunded' | 'amount_requested'
>

/** The amounts say it: the part that is not guaranteed, failed or canceled is under way. */
export function standingOf(record: Amounts): Standing {
  if (record.amount_guaranteed.value > 0) return 'guaranteed'
  if (record.amount_refunded.value > 0) return 'refunded'
  if (record.amount_failed.value > 0) return 'failed'
  return record.amount_canceled.value > 0 ? 'canceled' : 'reported'
}

/** @throws what does not fit where the latest attempt stands (400) @unverified code and wording */
export function checkReports(record: PaymentRecord, report: Report): void {
  const standing = standingOf(record)
  if (recordLifecycle.allows(standing, report)) return
  const allowed = recordLifecycle.from(report).join(', ')
  const what = report === 'attempt' ? 'a new payment attempt' : report === 'refund' ? 'a refund' : `it as ${report}`
  throw invalidRequest(
    `You cannot report ${what} because the latest payment attempt of this PaymentRecord is ${standing}. It must be one of: ${allowed}.`,
    { code: 'status_transition_invalid' },
  )
}

export interface Ended {
  readonly outcome?: Outcome
  readonly canceled?: object
  readonly failed?: object
  readonly guaranteed?: object
}

/** The amounts of an attempt that has just been reported, in minor units. @throws parameter_missing (400) @unverified that the time must be given with the outcome, and what is authorized */
export function amountsFor({ currency, value }: PaymentRecord['amount'], ended: Ended) {
  const { outcome } = ended
  if (outcome !== undefined && ended[outcome] === undefined) {
    throw invalidRequest(`Missing required param: ${outcome}.`, { code: 'parameter_missing', param: outcome })
  }
  const of = (amount: number) => ({ currency, value: amount })
  return {
    amount: of(value),
    amount_authorized: of(value),
    amount_canceled: of(outcome === 'canceled' ? value : 0),
    amount_failed: of(outcome === 'failed' ? value : 0),
    amount_guaranteed: of(outcome === 'guaranteed' ? value : 0),
    amount_refunded: of(0),
    amount_requested: of(value),
  }
}

/** Changes a record and its latest attempt alike. */
export function report(
  world: StripeWorld,
  record: PaymentRecord,
  change: Partial<PaymentRecord> & Partial<Pick<PaymentAttemptRecord, 'description'>>,
  metadata?: Metadata | '',
): PaymentRecord {
  const merged = { ...change, metadata: mergeMetadata(record.metadata, metadata) }
  const updated = world.paymentRecords.update(record.id, merged)
  const attempt = world.paymentAttempts.find(String(record.latest_payment_attempt_record))
  if (attempt) {
    const { id: _, object: __, created: ___, ...shared } = updated
    const { latest_payment_attempt_record: ____, ...fields } = shared
    world.paymentAttempts.update(attempt.id, fields as Partial<PaymentAttemptRecord>)
  }
  return updated
}
