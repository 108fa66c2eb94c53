/** How many payments one transfer pays exactly, at most. @source https://docs.stripe.com/payments/customer-balance/reconciliation (as captured 2026-05) */
const LARGEST = 5
/** Of how many that wait, the oldest, groups are looked for: there are a million of five in a hundred. @unverified */
const CONSIDERED = 20

/**
 * The smallest group whose amounts come to a sum; of several the one with the oldest. Empty where there is none.
 * @param items oldest first
 */
export function exactGroup<T>(items: readonly T[], amountOf: (item: T) => number, sum: number): readonly T[] {
  const considered = items.slice(0, CONSIDERED).map((item) => ({ item, amount: amountOf(item) }))
  for (let size = 1; size <= Math.min(LARGEST, considered.length); size++) {
    const found = pick(considered, size, sum)
    if (found) return found.map(({ item }) => item)
  }
  return []
}

function pick<E extends { readonly amount: number }>(of: readonly E[], size: number, sum: number): E[] | undefined {
  if (size === 0) return sum === 0 ? [] : undefined
  for (const [at, each] of of.entries()) {
    if (each.amount > sum) continue
    const rest = pick(of.slice(at + 1), size - 1, sum - each.amount)
    if (rest) return [each, ...rest]
  }
  return undefined
}
