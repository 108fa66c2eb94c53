/**
 * The first so many of a list as they would stand in its sorted form; equal ones keep their order. Where few are wanted of many, most
 * are compared once, with the last of those.
 */
export function firstOf<T>(list: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (count >= list.length || count > list.length / 8) return [...list].sort(compare).slice(0, count)
  const first: T[] = []
  if (count <= 0) return first
  for (const each of list) {
    const last = first[count - 1]
    if (last !== undefined && compare(each, last) >= 0) continue
    first.splice(placeFor(each, first, compare), 0, each)
    if (first.length > count) first.pop()
  }
  return first
}

/** Behind all that are not greater. */
function placeFor<T>(each: T, sorted: readonly T[], compare: (a: T, b: T) => number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(sorted[middle] as T, each) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
