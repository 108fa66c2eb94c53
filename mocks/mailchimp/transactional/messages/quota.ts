import type { Subaccount } from '../rows.js'
import type { Transactional } from '../transactional.js'

const HOUR = 3_600_000

/** The beginning of the next hour, Unix milliseconds. */
export function nextHour(now: number): number {
  return (Math.floor(now / HOUR) + 1) * HOUR
}

/**
 * Takes a place in this hour's quotas; false where one of them is used up. That of the account holds while limits do, one that
 * was set for a subaccount always.
 */
export function hasRoom(tx: Transactional, subaccount: Subaccount | undefined): boolean {
  const all = hourOf(tx)
  if (tx.port.world.limits && countOf(tx, all) >= tx.hourlyQuota) return false
  if (subaccount) {
    const own = hourOf(tx, subaccount.id)
    if (subaccount.quota !== null && countOf(tx, own) >= subaccount.quota) return false
    countHour(tx, own)
  }
  countHour(tx, all)
  return true
}

/** Id of the count of this hour. */
export function hourOf(tx: Transactional, subaccount = ''): string {
  return `${subaccount}@${Math.floor(tx.now() / HOUR)}`
}

export function countOf(tx: Transactional, id: string): number {
  return tx.hours.find(id)?.count ?? 0
}

export function countHour(tx: Transactional, id: string): void {
  tx.hours.put({ id, count: countOf(tx, id) + 1 })
}
