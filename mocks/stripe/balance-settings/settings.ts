import { behaviour } from '../api.js'
import { PENDING_DAYS } from '../balance/book.js'
import { changePayoutSettings, payoutSettingsOf, type Weekday } from '../payouts/settings.js'
import type { StripeWorld } from '../world.js'

/** How the balance of the account is paid out. @source https://docs.stripe.com/api/balance-settings/retrieve (read 2026-11-24) */
export const retrieveBalanceSettings = behaviour('GET /v1/balance_settings', (_input, world) => shown(world))

/**
 * Changes when the account is paid out, and whether its balance may fall below zero.
 * @emits balance_settings.updated  @source https://docs.stripe.com/api/balance-settings/update (read 2026-11-24); @unverified that least balances and rules
 * are taken and have no effect here
 */
export const updateBalanceSettings = behaviour('POST /v1/balance_settings', ({ body = {} }, world) => {
  const before = shown(world)
  const { debit_negative_balances: debits, payouts: { schedule, statement_descriptor: descriptor } = {} } =
    body.payments ?? {}
  changePayoutSettings(world, {
    ...(debits !== undefined && { debitNegativeBalances: debits }),
    ...(schedule?.interval !== undefined && { interval: schedule.interval }),
    ...(schedule?.weekly_payout_days !== undefined && { weekdays: schedule.weekly_payout_days as Weekday[] }),
    ...(schedule?.monthly_payout_days !== undefined && { monthDays: schedule.monthly_payout_days }),
    ...(descriptor !== undefined && { statementDescriptor: descriptor || null }),
  })
  const after = shown(world)
  world.emit('balance_settings.updated', after, before)
  return after
})

function shown(world: StripeWorld) {
  const settings = payoutSettingsOf(world)
  return {
    object: 'balance_settings' as const,
    payments: {
      debit_negative_balances: settings.debitNegativeBalances,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: null,
        schedule: {
          interval: settings.interval,
          ...(settings.interval === 'weekly' && { weekly_payout_days: [...settings.weekdays] }),
          ...(settings.interval === 'monthly' && { monthly_payout_days: [...settings.monthDays] }),
        },
        statement_descriptor: settings.statementDescriptor,
        status: world.account.payouts_enabled ? ('enabled' as const) : ('disabled' as const),
      },
      settlement_timing: { delay_days: PENDING_DAYS, start_of_day: null },
    },
  }
}
