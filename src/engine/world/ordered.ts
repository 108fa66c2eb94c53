import type { Entry } from './table.js'

/** Where in a list ordered by seq one with this seq stands, or would. */
export function lowerBound(entries: readonly Entry[], seq: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.seq ?? 0) < seq) low = middle + 1
    else high = middle
  }
  return low
}

/** Takes `before` out of a list ordered by seq and puts `after` in, in place where both have the same seq. */
export function place<E extends Entry>(list: E[], before: E | undefined, after: E | undefined): void {
  if (!before && after && (list.length === 0 || (list[list.length - 1]?.seq ?? 0) < after.seq)) {
    list.push(after)
    return
  }
  const seq = before?.seq ?? after?.seq ?? 0
  const at = lowerBound(list, seq)
  const present = list[at]?.seq === seq
  if (after && after.seq === seq) {
    if (present) list[at] = after
    else list.splice(at, 0, after)
    return
  }
  if (present) list.splice(at, 1)
  // Deleted and inserted again under the same id, as one step: a journal may say no more.
  if (after) place(list, undefined, after)
}
