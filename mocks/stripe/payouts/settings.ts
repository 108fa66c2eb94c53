import type { Row } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'

export type Interval = 'manual' | 'daily' | 'weekly' | 'monthly'
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday'

/** When and how an account is paid out. There is one row at most, `own`. */
export interface PayoutSettings extends Row {
  readonly interval: Interval
  /** For weekly payouts. */
  readonly weekdays: readonly Weekday[]
  /** For monthly payouts: days of the month. */
  readonly monthDays: readonly number[]
  /** Stripe takes from the bank account what the balance lacks, so that it may fall below zero. */
  readonly debitNegativeBalances: boolean
  readonly statementDescriptor: string | null
}

/**
 * A connected account is paid out daily. The platform's own payouts are made by hand until it says otherwise, so that a test's money
 * is not gone overnight: there a real account has daily ones, too.
 * @source https://docs.stripe.com/connect/manage-payout-schedule (read 2026-11)
 */
export function payoutSettingsOf(world: StripeWorld): PayoutSettings {
  const connected = world.port.scope !== ''
  return (
    world.payoutSettings.find('own') ?? {
      id: 'own',
      interval: connected ? 'daily' : 'manual',
      weekdays: ['monday'],
      monthDays: [1],
      debitNegativeBalances: !connected,
      statementDescriptor: null,
    }
  )
}

export function changePayoutSettings(world: StripeWorld, patch: Partial<PayoutSettings>): PayoutSettings {
  return world.payoutSettings.put({ ...payoutSettingsOf(world), ...patch, id: 'own' })
}

export function mayFallBelowZero(world: StripeWorld): boolean {
  return payoutSettingsOf(world).debitNegativeBalances
}
