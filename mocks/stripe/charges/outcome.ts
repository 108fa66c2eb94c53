import type { Charge } from '../api.js'
import { DECLINES, type Decline } from '../test-cards/declines.js'
import type { CardOutcome } from '../test-cards/test-card.js'

type Outcome = NonNullable<Charge['outcome']>

/** What comes of charging a card, before anything is written. */
export interface ChargeResult {
  readonly decline: Decline | undefined
  readonly outcome: Outcome
}

/** @source https://docs.stripe.com/api/charges/object#charge_object-outcome; @unverified scores and the seller's sentences */
export function resultOf(card: CardOutcome): ChargeResult {
  if (card.risk === 'blocked' || card.risk === 'highest') return blocked()
  const decline = card.decline ?? card.chargeDecline
  return decline ? declined(decline) : accepted(card)
}

function accepted({ risk }: CardOutcome): ChargeResult {
  const elevated = risk === 'elevated'
  return {
    decline: undefined,
    outcome: {
      ...base,
      network_status: 'approved_by_network',
      reason: elevated ? 'elevated_risk_level' : null,
      risk_level: elevated ? 'elevated' : 'normal',
      risk_score: elevated ? 70 : 20,
      seller_message: elevated
        ? 'Stripe evaluated this payment as having elevated risk, and placed it in your manual review queue.'
        : 'Payment complete.',
      type: elevated ? 'manual_review' : 'authorized',
    },
  }
}

function declined(decline: Decline): ChargeResult {
  return {
    decline,
    outcome: {
      ...base,
      advice_code: (decline.advice_code as Outcome['advice_code']) ?? null,
      network_decline_code: decline.network_decline_code ?? null,
      network_status: 'declined_by_network',
      reason: decline.decline_code ?? decline.code,
      risk_level: 'normal',
      risk_score: 20,
      seller_message: 'The bank did not return any further details with this decline.',
      type: 'issuer_declined',
    },
  }
}

/** @unverified the codes: older pages say card_declined and fraudulent, a newer one `fraud`; and that freeTrialAbuseBlock stops every payment */
function blocked(): ChargeResult {
  return {
    decline: DECLINES.fraudulent,
    outcome: {
      ...base,
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      risk_level: 'highest',
      risk_score: 90,
      seller_message: 'Stripe blocked this payment as too risky.',
      type: 'blocked',
    },
  }
}

const base = { advice_code: null, network_advice_code: null, network_decline_code: null } as const
