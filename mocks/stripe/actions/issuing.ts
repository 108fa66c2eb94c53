import type { Family } from './action.js'
import { captured, incremented, reversed } from './issuing-amounts.js'

/**
 * A physical card on its way: test helpers move it, one step after the other.
 * @source https://docs.stripe.com/issuing/cards/physical/testing (read 2026-11); @unverified from which steps each is allowed
 */
export const cardShipping: Family = {
  type: 'issuing.card',
  state: 'shipping.status',
  states: ['none', 'pending', 'submitted', 'shipped', 'delivered', 'returned', 'failure', 'canceled'],
  actions: {
    'POST /v1/test_helpers/issuing/cards/{card}/shipping/submit': {
      from: ['pending'],
      to: 'submitted',
      events: ['issuing_card.updated'],
    },
    'POST /v1/test_helpers/issuing/cards/{card}/shipping/ship': {
      from: ['pending', 'submitted'],
      to: 'shipped',
      events: ['issuing_card.updated'],
    },
    'POST /v1/test_helpers/issuing/cards/{card}/shipping/deliver': {
      from: ['shipped'],
      to: 'delivered',
      events: ['issuing_card.updated'],
    },
    'POST /v1/test_helpers/issuing/cards/{card}/shipping/return': {
      from: ['shipped'],
      to: 'returned',
      events: ['issuing_card.updated'],
    },
    'POST /v1/test_helpers/issuing/cards/{card}/shipping/fail': {
      from: ['shipped'],
      to: 'failure',
      events: ['issuing_card.updated'],
    },
  },
}

/**
 * An authorization waits until it is captured, reversed or expires.
 * @source https://docs.stripe.com/issuing/purchases/authorizations (read 2026-11); @unverified that approving needs no pending request here
 */
export const authorizations: Family = {
  type: 'issuing.authorization',
  state: 'status',
  states: ['pending', 'closed', 'expired', 'reversed'],
  actions: {
    'POST /v1/issuing/authorizations/{authorization}/approve': {
      from: ['pending'],
      set: () => ({ approved: true, pending_request: null }),
      events: ['issuing_authorization.updated'],
    },
    'POST /v1/issuing/authorizations/{authorization}/decline': {
      from: ['pending'],
      to: 'closed',
      set: () => ({ approved: false, pending_request: null }),
      events: ['issuing_authorization.updated'],
    },
    'POST /v1/test_helpers/issuing/authorizations/{authorization}/capture': {
      from: ['pending'],
      set: captured,
      events: ['issuing_authorization.updated'],
    },
    'POST /v1/test_helpers/issuing/authorizations/{authorization}/expire': {
      from: ['pending'],
      to: 'expired',
      events: ['issuing_authorization.updated'],
    },
    'POST /v1/test_helpers/issuing/authorizations/{authorization}/finalize_amount': {
      from: ['pending'],
      set: (_row, { final_amount }) => ({ amount: final_amount, merchant_amount: final_amount }),
      events: ['issuing_authorization.updated'],
    },
    'POST /v1/test_helpers/issuing/authorizations/{authorization}/increment': {
      from: ['pending'],
      set: incremented,
      events: ['issuing_authorization.updated'],
    },
    'POST /v1/test_helpers/issuing/authorizations/{authorization}/reverse': {
      from: ['pending'],
      set: reversed,
      events: ['issuing_authorization.updated'],
    },
    'POST /v1/test_helpers/issuing/authorizations/{authorization}/fraud_challenges/respond': {
      from: ['pending'],
      set: (_row, { confirmed }) => ({ verified_by_fraud_challenge: confirmed }),
      events: ['issuing_authorization.updated'],
    },
  },
}

/** @source https://docs.stripe.com/issuing/cards/physical/personalization (read 2026-11) @unverified from which states */
export const personalizationDesigns: Family = {
  type: 'issuing.personalization_design',
  state: 'status',
  states: ['review', 'active', 'inactive', 'rejected'],
  actions: {
    'POST /v1/test_helpers/issuing/personalization_designs/{personalization_design}/activate': {
      from: ['review', 'inactive', 'rejected'],
      to: 'active',
      events: ['issuing_personalization_design.activated'],
    },
    'POST /v1/test_helpers/issuing/personalization_designs/{personalization_design}/deactivate': {
      from: ['review', 'active', 'rejected'],
      to: 'inactive',
      events: ['issuing_personalization_design.deactivated'],
    },
    'POST /v1/test_helpers/issuing/personalization_designs/{personalization_design}/reject': {
      from: ['review', 'active', 'inactive'],
      to: 'rejected',
      set: (_row, { rejection_reasons }) => ({
        rejection_reasons: { card_logo: null, carrier_text: null, ...(rejection_reasons as object) },
      }),
      events: ['issuing_personalization_design.rejected'],
    },
  },
}

/** @source https://docs.stripe.com/issuing/purchases/disputes (read 2026-11) */
export const issuingDisputes: Family = {
  type: 'issuing.dispute',
  state: 'status',
  states: ['unsubmitted', 'submitted', 'won', 'lost', 'expired'],
  actions: {
    'POST /v1/issuing/disputes/{dispute}/submit': {
      from: ['unsubmitted'],
      to: 'submitted',
      events: ['issuing_dispute.submitted'],
    },
  },
}
