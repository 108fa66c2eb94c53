import type { StripeWorld } from '../world.js'
import type { Family, Resource } from './action.js'

/** @source https://docs.stripe.com/identity/verification-sessions (read 2026-11); redaction takes up to four days, so it stays under way here */
export const verificationSessions: Family = {
  type: 'identity.verification_session',
  state: 'status',
  states: ['requires_input', 'processing', 'verified', 'canceled'],
  actions: {
    'POST /v1/identity/verification_sessions/{session}/cancel': {
      from: ['requires_input'],
      to: 'canceled',
      events: ['identity.verification_session.canceled'],
    },
    'POST /v1/identity/verification_sessions/{session}/redact': {
      from: ['requires_input', 'verified', 'canceled'],
      set: () => ({ redaction: { status: 'processing' } }),
    },
  },
}

/** @source https://docs.stripe.com/api/topups/cancel (read 2026-11) */
export const topups: Family = {
  type: 'topup',
  state: 'status',
  states: ['pending', 'succeeded', 'failed', 'canceled', 'reversed'],
  actions: {
    'POST /v1/topups/{topup}/cancel': { from: ['pending'], to: 'canceled', events: ['topup.canceled'] },
  },
}

/** @source https://docs.stripe.com/climate/orders (read 2026-11) */
export const climateOrders: Family = {
  type: 'climate.order',
  state: 'status',
  states: ['awaiting_funds', 'open', 'confirmed', 'delivered', 'canceled'],
  actions: {
    'POST /v1/climate/orders/{order}/cancel': {
      from: ['awaiting_funds', 'open'],
      to: 'canceled',
      set: (_row, _body, world) => ({ canceled_at: world.now(), cancellation_reason: 'requested' }),
      events: ['climate.order.canceled'],
    },
  },
}

/** @source https://docs.stripe.com/api/apps/installs (read 2026-11) @unverified what an install goes through */
export const installs: Family = {
  type: 'apps.install',
  state: 'status',
  states: ['installing', 'installed', 'install_failed', 'uninstalling', 'uninstall_failed'],
  actions: {
    'POST /v1/apps/installs/{id}/uninstall': {
      from: ['installed', 'uninstall_failed'],
      to: 'uninstalling',
      events: ['apps.install.updated'],
    },
  },
}

/** @source https://docs.stripe.com/financial-connections/disconnections (read 2026-11) */
export const linkedAccounts: Family = {
  type: 'financial_connections.account',
  state: 'status',
  states: ['active', 'inactive', 'disconnected'],
  actions: {
    'POST /v1/financial_connections/accounts/{account}/disconnect': {
      from: ['active', 'inactive'],
      to: 'disconnected',
      events: ['financial_connections.account.disconnected'],
    },
    'POST /v1/financial_connections/accounts/{account}/subscribe': {
      from: ['active'],
      set: (row, { features }) => ({ subscriptions: [...new Set([...listOf(row), ...(features as string[])])] }),
    },
    'POST /v1/financial_connections/accounts/{account}/unsubscribe': {
      from: ['active', 'inactive'],
      set: (row, { features }) => ({
        subscriptions: listOf(row).filter((one) => !(features as string[]).includes(one)),
      }),
    },
    'POST /v1/financial_connections/accounts/{account}/refresh': {
      from: ['active'],
      set: (_row, { features }, world) => refreshes(features as readonly string[], world),
    },
  },
}

function listOf(row: Resource): string[] {
  return Array.isArray(row.subscriptions) ? (row.subscriptions as string[]) : []
}

/** A refresh is under way until the institution answers; none does here. Times in Unix seconds. */
function refreshes(features: readonly string[], world: StripeWorld): Record<string, unknown> {
  const fields: Readonly<Record<string, string>> = {
    balance: 'balance_refresh',
    ownership: 'ownership_refresh',
    transactions: 'transaction_refresh',
  }
  const pending = (feature: string) => ({
    ...(feature === 'transactions' && { id: world.id('fctxnref') }),
    last_attempted_at: world.now(),
    next_refresh_available_at: null,
    status: 'pending',
  })
  return Object.fromEntries(
    features.flatMap((feature) => (fields[feature] ? [[fields[feature], pending(feature)] as const] : [])),
  )
}
