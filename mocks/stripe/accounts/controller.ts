import type { Account } from '../api.js'

export type Controller = NonNullable<Account['controller']>

/** Who runs an account of each type. @source https://docs.stripe.com/connect/migrate-to-controller-properties (read 2026-11) */
const OF_TYPES: Readonly<Record<string, Controller>> = {
  standard: {
    fees: { payer: 'account' },
    is_controller: true,
    losses: { payments: 'stripe' },
    requirement_collection: 'stripe',
    stripe_dashboard: { type: 'full' },
    type: 'application',
  },
  express: {
    fees: { payer: 'application_express' },
    is_controller: true,
    losses: { payments: 'application' },
    requirement_collection: 'stripe',
    stripe_dashboard: { type: 'express' },
    type: 'application',
  },
  custom: {
    fees: { payer: 'application_custom' },
    is_controller: true,
    losses: { payments: 'application' },
    requirement_collection: 'application',
    stripe_dashboard: { type: 'none' },
    type: 'application',
  },
}

export function controllerOf(type: string, given: object | undefined): Controller {
  const base = OF_TYPES[type] ?? OF_TYPES.standard
  return { ...base, ...given } as Controller
}
