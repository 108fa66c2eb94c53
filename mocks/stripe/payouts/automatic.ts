import { DAY } from '../balance/book.js'
import { defaultAccount } from '../external-accounts/default.js'
import type { StripeWorld } from '../world.js'
import { makePayout } from './make.js'
import { type PayoutSettings, payoutSettingsOf, type Weekday } from './settings.js'

const WEEKDAYS: readonly (Weekday | 'sunday' | 'saturday')[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
]
/** Days within which every schedule has come round. */
const LONGEST = 62

/** Money has become available: the account's schedule says when it is paid out. */
export function scheduleAutomaticPayout(world: StripeWorld): void {
  const at = nextPayout(payoutSettingsOf(world), world.now())
  if (at !== undefined) world.port.schedule('pay out', at * 1000, {})
}

/** The next moment of a schedule in Unix seconds, from now on; undefined for payouts made by hand. */
export function nextPayout({ interval, weekdays, monthDays }: Omit<PayoutSettings, 'id'>, now: number) {
  if (interval === 'manual') return undefined
  if (interval === 'daily') return now
  const today = Math.floor(now / DAY) * DAY
  for (let days = 0; days <= LONGEST; days++) {
    const at = today + days * DAY
    if (falls(interval, new Date(at * 1000), weekdays, monthDays)) return Math.max(at, now)
  }
  return undefined
}

/** A month that is shorter pays out on its last day. */
function falls(
  interval: 'weekly' | 'monthly',
  date: Date,
  weekdays: readonly Weekday[],
  monthDays: readonly number[],
): boolean {
  if (interval === 'weekly') return weekdays.some((day) => day === WEEKDAYS[date.getUTCDay()])
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return monthDays.some((day) => Math.min(day, last) === date.getUTCDate())
}

/**
 * Pays out all that is available, in each currency for which there is an account, and keeps which transactions it was made of.
 * @emits payout.created, payout.reconciliation_completed  @source https://docs.stripe.com/payouts/reconciliation (read 2026-11)
 */
export function payOut(world: StripeWorld): void {
  if (payoutSettingsOf(world).interval === 'manual' || !world.account.payouts_enabled) return
  for (const { id: currency, available } of world.balanceTotals.all()) {
    const account = available > 0 ? defaultAccount(world, currency) : undefined
    if (account) payOutCurrency(world, currency, available, account)
  }
}

function payOutCurrency(
  world: StripeWorld,
  currency: string,
  amount: number,
  account: { readonly id: string; readonly object: 'bank_account' | 'card' },
): void {
  const included = world.balanceTransactions
    .all()
    .filter(({ id, ...each }) => each.currency === currency && each.status === 'available' && !world.paidOut.find(id))
  const payout = makePayout(world, {
    amount,
    currency,
    destination: account.id,
    type: account.object,
    automatic: true,
    description: 'STRIPE PAYOUT',
    metadata: {},
    method: 'standard',
    statementDescriptor: payoutSettingsOf(world).statementDescriptor,
    original: null,
  })
  for (const { id } of included) world.paidOut.put({ id, payout: payout.id })
  world.paidOut.put({ id: payout.balance_transaction as string, payout: payout.id })
  const reconciled = world.payouts.update(payout.id, { reconciliation_status: 'completed' })
  world.emit('payout.reconciliation_completed', reconciled, payout)
}
