import type { BalanceTransaction } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import type { FeeDetail } from './fees.js'
import { addToTotal, totalIn } from './total.js'

export const DAY = 24 * 60 * 60
/** Days until the money of a payment can be used. @unverified two days: what an account in the United States has */
export const PENDING_DAYS = 2

export interface Entry {
  /** Minor units before fees; below zero where it leaves the balance. */
  readonly amount: number
  readonly currency: string
  readonly type: BalanceTransaction['type']
  /** For reports; default the type. @source https://docs.stripe.com/reports/reporting-categories (from memory) */
  readonly category?: string
  readonly source: string
  readonly description: string | null
  readonly fees?: readonly FeeDetail[]
  /** Unix seconds; default now. */
  readonly availableOn?: number
}

/** Midnight (UTC) so many days from now: when pending money becomes available. */
export function midnightIn(world: StripeWorld, days: number): number {
  return (Math.floor(world.now() / DAY) + days) * DAY
}

/**
 * Writes a balance transaction: the only way in which money moves. What comes in later is pending until its day.
 * @source https://docs.stripe.com/api/balance_transactions/object (read 2026-11-24)
 */
export function book(world: StripeWorld, entry: Entry): BalanceTransaction {
  const { amount, currency, type, source, description, fees = [] } = entry
  const now = world.now()
  const availableOn = entry.availableOn ?? now
  const fee = fees.reduce((sum, each) => sum + each.amount, 0)
  const transaction = world.balanceTransactions.insert({
    id: world.id('txn'),
    object: 'balance_transaction',
    amount,
    available_on: availableOn,
    balance_type: 'payments',
    created: now,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details: [...fees],
    net: amount - fee,
    reporting_category: entry.category ?? type,
    source,
    status: availableOn > now ? 'pending' : 'available',
    type,
  })
  addToTotal(world, transaction)
  if (availableOn > now) scheduleRelease(world, availableOn)
  return transaction
}

/** One timer for all money of a day. */
function scheduleRelease(world: StripeWorld, at: number): void {
  const releases = world.collection('_release')
  if (releases.find(String(at))) return
  releases.insert({ id: String(at) })
  world.port.schedule('release balance', at * 1000, { at })
}

/** @throws balance_insufficient (400) @source the sentence as seen in answers of 2017 to 2025; @unverified for payouts */
export function checkAvailable(world: StripeWorld, amount: number, currency: string): void {
  if (amount <= totalIn(world, currency).available) return
  throw invalidRequest(
    'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance',
    { code: 'balance_insufficient' },
  )
}
