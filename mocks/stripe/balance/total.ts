import type { Balance, BalanceTransaction } from '../api.js'
import type { StripeWorld } from '../world.js'

/** What all balance transactions of one currency come to, kept so that no request has to add them up. Its id is the currency. */
export interface BalanceTotal {
  readonly id: string
  /** Minor units; below zero where more was taken than there was. */
  readonly available: number
  readonly pending: number
}

const NOTHING = { available: 0, pending: 0 }

export function totalIn(world: StripeWorld, currency: string): BalanceTotal {
  return world.balanceTotals.find(currency) ?? { id: currency, ...NOTHING }
}

/** What a refund may take: what is pending, too, since it is the charge's own money. @unverified */
export function moneyIn(world: StripeWorld, currency: string): number {
  const { available, pending } = totalIn(world, currency)
  return available + pending
}

/** Adds a new transaction to its currency's sum. */
export function addToTotal(world: StripeWorld, { currency, net, status }: BalanceTransaction): void {
  const total = totalIn(world, currency)
  const side = status === 'available' ? 'available' : 'pending'
  world.balanceTotals.put({ ...total, [side]: total[side] + net })
}

/** Money that was pending can be used. */
export function makeAvailable(world: StripeWorld, { currency, net }: BalanceTransaction): void {
  const total = totalIn(world, currency)
  world.balanceTotals.put({ ...total, available: total.available + net, pending: total.pending - net })
}

/** The balance as Stripe shows it: the account's own currency always, others once they were used. @unverified that all of it is of the source type `card` */
export function balanceOf(world: StripeWorld): Balance {
  const totals = world.balanceTotals.all()
  const own = world.account.default_currency ?? 'usd'
  if (!totals.some(({ id }) => id === own)) totals.unshift({ id: own, ...NOTHING })
  const side = (name: 'available' | 'pending') =>
    totals.map(({ id, [name]: amount }) => ({ amount, currency: id, source_types: { card: amount } }))
  return { object: 'balance', available: side('available'), livemode: false, pending: side('pending') }
}
