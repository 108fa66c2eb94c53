import type { StripeWorld } from '../world.js'
import type { Family, Resource } from './action.js'

/** Unix seconds noted beside the status. */
const noted = (field: string) => (row: Resource, _body: unknown, world: StripeWorld) => ({
  cancelable: false,
  status_transitions: { ...(row.status_transitions as object), [field]: world.now() },
})

const returnedOutbound = (row: Resource, body: Readonly<Record<string, unknown>>, world: StripeWorld) => ({
  ...noted('returned_at')(row, body, world),
  returned_details: {
    code: (body.returned_details as { code?: string } | undefined)?.code ?? 'other',
    transaction: row.transaction,
  },
})

/** @source https://docs.stripe.com/treasury/moving-money/financial-accounts/into/inbound-transfers (read 2026-11) @unverified wording */
export const inboundTransfers: Family = {
  type: 'treasury.inbound_transfer',
  state: 'status',
  states: ['processing', 'succeeded', 'failed', 'canceled'],
  actions: {
    'POST /v1/treasury/inbound_transfers/{inbound_transfer}/cancel': {
      from: ['processing'],
      to: 'canceled',
      set: noted('canceled_at'),
      events: ['treasury.inbound_transfer.canceled'],
    },
    'POST /v1/test_helpers/treasury/inbound_transfers/{id}/succeed': {
      from: ['processing'],
      to: 'succeeded',
      set: noted('succeeded_at'),
      events: ['treasury.inbound_transfer.succeeded'],
    },
    'POST /v1/test_helpers/treasury/inbound_transfers/{id}/fail': {
      from: ['processing'],
      to: 'failed',
      set: (row, body, world) => ({
        ...noted('failed_at')(row, body, world),
        failure_details: { code: (body.failure_details as { code?: string } | undefined)?.code ?? 'other' },
      }),
      events: ['treasury.inbound_transfer.failed'],
    },
    'POST /v1/test_helpers/treasury/inbound_transfers/{id}/return': {
      from: ['succeeded'],
      set: () => ({ returned: true }),
    },
  },
}

/** @source https://docs.stripe.com/treasury/moving-money/financial-accounts/out-of/outbound-payments (read 2026-11) */
export const outboundPayments: Family = {
  type: 'treasury.outbound_payment',
  state: 'status',
  states: ['processing', 'posted', 'failed', 'canceled', 'returned'],
  actions: {
    'POST /v1/treasury/outbound_payments/{id}/cancel': {
      from: ['processing'],
      to: 'canceled',
      set: noted('canceled_at'),
      events: ['treasury.outbound_payment.canceled'],
    },
    'POST /v1/test_helpers/treasury/outbound_payments/{id}/fail': {
      from: ['processing'],
      to: 'failed',
      set: noted('failed_at'),
      events: ['treasury.outbound_payment.failed'],
    },
    'POST /v1/test_helpers/treasury/outbound_payments/{id}/post': {
      from: ['processing'],
      to: 'posted',
      set: noted('posted_at'),
      events: ['treasury.outbound_payment.posted'],
    },
    'POST /v1/test_helpers/treasury/outbound_payments/{id}/return': {
      from: ['processing', 'posted'],
      to: 'returned',
      set: returnedOutbound,
      events: ['treasury.outbound_payment.returned'],
    },
  },
}

/** @source https://docs.stripe.com/treasury/moving-money/financial-accounts/out-of/outbound-transfers (read 2026-11) */
export const outboundTransfers: Family = {
  type: 'treasury.outbound_transfer',
  state: 'status',
  states: ['processing', 'posted', 'failed', 'canceled', 'returned'],
  actions: {
    'POST /v1/treasury/outbound_transfers/{outbound_transfer}/cancel': {
      from: ['processing'],
      to: 'canceled',
      set: noted('canceled_at'),
      events: ['treasury.outbound_transfer.canceled'],
    },
    'POST /v1/test_helpers/treasury/outbound_transfers/{outbound_transfer}/fail': {
      from: ['processing'],
      to: 'failed',
      set: noted('failed_at'),
      events: ['treasury.outbound_transfer.failed'],
    },
    'POST /v1/test_helpers/treasury/outbound_transfers/{outbound_transfer}/post': {
      from: ['processing'],
      to: 'posted',
      set: noted('posted_at'),
      events: ['treasury.outbound_transfer.posted'],
    },
    'POST /v1/test_helpers/treasury/outbound_transfers/{outbound_transfer}/return': {
      from: ['processing', 'posted'],
      to: 'returned',
      set: returnedOutbound,
      events: ['treasury.outbound_transfer.returned'],
    },
  },
}

/** A financial account is closed for good. @source https://docs.stripe.com/api/treasury/financial_accounts (read 2026-11) */
export const financialAccounts: Family = {
  type: 'treasury.financial_account',
  state: 'status',
  states: ['open', 'closed'],
  actions: {
    'POST /v1/treasury/financial_accounts/{financial_account}/close': {
      from: ['open'],
      to: 'closed',
      events: ['treasury.financial_account.closed'],
    },
  },
}
