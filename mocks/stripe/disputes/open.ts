import type { Charge, Dispute } from '../api.js'
import { DAY } from '../balance/book.js'
import { warnOfFraud } from '../early-fraud-warnings/warn.js'
import { closeReviewOf } from '../reviews/close.js'
import type { StripeWorld } from '../world.js'
import { emptyEvidence } from './evidence.js'
import { withdrawFunds } from './money.js'

/** Whole days after that of a dispute, within which it must be answered. @source as measured by others once (2026-09); @unverified for other networks and days of the week */
const DAYS_TO_ANSWER = 8

/** What the bank says, by what the test card says that follows. @source https://docs.stripe.com/testing#disputes (as captured 2026-08-07); codes of those with cards
 * as measured by others at 2026-08-26.dahlia (2026-09); @unverified the others */
const REASONS: Readonly<
  Record<string, { reason: string; code: string; eligible?: Dispute['enhanced_eligibility_types'] }>
> = {
  fraudulent: { reason: 'fraudulent', code: '10.4' },
  'compelling evidence': { reason: 'fraudulent', code: '10.4', eligible: ['visa_compelling_evidence_3'] },
  product_not_received: { reason: 'product_not_received', code: '13.1' },
  inquiry: { reason: 'fraudulent', code: '10' },
  multiple: { reason: 'fraudulent', code: '10.4' },
  compliance: { reason: 'noncompliant', code: 'compliance', eligible: ['visa_compliance'] },
  insufficient_funds: { reason: 'insufficient_funds', code: 'R01' },
  debit_not_authorized: { reason: 'debit_not_authorized', code: 'R10' },
}

/**
 * What follows a payment with a test card or account that is disputed: one dispute, two of half the amount, or a warning only.
 * @emits those of `open`, or radar.early_fraud_warning.created  @unverified what `createMultipleDisputes` divides the amount into
 */
export function disputePayment(world: StripeWorld, id: string, kind: string): void {
  const charge = world.charges.find(id)
  if (!charge?.paid || charge.refunded) return
  if (kind === 'early_fraud_warning') {
    warnOfFraud(world, charge)
    return
  }
  const left = charge.amount - charge.amount_refunded
  const half = Math.floor(left / 2)
  const parts = kind === 'multiple' && half > 0 ? [half, left - half] : [left]
  for (const amount of parts) open(world, charge, kind, amount)
}

/** @emits charge.dispute.created, charge.dispute.funds_withdrawn */
function open(world: StripeWorld, charge: Charge, kind: string, amount: number): void {
  const inquiry = kind === 'inquiry'
  const due = (Math.floor(world.now() / DAY) + DAYS_TO_ANSWER + 1) * DAY - 1
  world.charges.update(charge.id, { disputed: true })
  const opened = world.disputes.insert(disputeOf(world, charge, { kind, amount, due, inquiry }))
  const dispute = inquiry ? opened : withdrawFunds(world, opened)
  world.emit('charge.dispute.created', dispute)
  if (!inquiry) world.emit('charge.dispute.funds_withdrawn', dispute)
  world.port.schedule('dispute is due', (due + 1) * 1000, { dispute: dispute.id })
  closeReviewOf(world, charge, 'disputed')
}

interface Opening {
  readonly kind: string
  readonly amount: number
  /** Unix seconds. */
  readonly due: number
  readonly inquiry: boolean
}

function disputeOf(world: StripeWorld, charge: Charge, { kind, amount, due, inquiry }: Opening): Dispute {
  const { reason, code, eligible = [] } = REASONS[kind] ?? { reason: 'general', code: '' }
  const card = charge.payment_method_details?.card
  return {
    id: world.id('du'),
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    enhanced_eligibility_types: eligible,
    evidence: emptyEvidence(charge),
    evidence_details: {
      due_by: due,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    network_reason_code: code,
    payment_intent: charge.payment_intent,
    ...(card && {
      payment_method_details: {
        card: {
          brand: card.brand ?? 'visa',
          case_type: inquiry ? 'inquiry' : kind === 'compliance' ? 'compliance' : 'chargeback',
          network: card.network ?? 'visa',
          network_reason_code: code,
        },
        type: 'card',
      },
    }),
    reason,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  } as Dispute
}
