/** The name that was most likely meant, or undefined where none is near: for "did you mean" in errors. */
export function nearest(seen: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(seen.length / 3))
  let best: string | undefined
  let least = limit + 1
  for (const name of known) {
    const distance = editDistance(seen.toLowerCase(), name.toLowerCase(), least)
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return best
}

/** Insertions, deletions and replacements from one text to the other; `limit` where it is that or more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(row[b.length] ?? limit, limit)
}
