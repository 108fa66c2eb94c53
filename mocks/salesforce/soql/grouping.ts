import type { RecordRow } from '../records/record.js'
import type { Accumulator } from './accumulator.js'
import type { GroupBy } from './ast.js'
import type { Bound } from './bound.js'
import { reader } from './comparison.js'

/** Rows that share the values grouped by. */
export interface Group {
  readonly keys: readonly unknown[]
  /** Which keys are summed over: a subtotal's. */
  readonly over: readonly boolean[]
  readonly results: readonly Accumulator[]
}

/** For each set of keys that is kept, which are: all of them, those of ROLLUP, those of CUBE. */
export function keptKeys(kind: GroupBy['kind'], count: number): boolean[][] {
  const all = Array.from({ length: count }, () => true)
  if (kind === 'plain') return [all]
  if (kind === 'rollup') return Array.from({ length: count + 1 }, (_, n) => all.map((_, i) => i < count - n))
  return Array.from({ length: 2 ** count }, (_, mask) => all.map((_, i) => (mask & (1 << (count - 1 - i))) === 0))
}

/** Groups rows by hash, in order of their keys, subtotals behind what they sum up. */
export function group(
  rows: Iterable<RecordRow>,
  kind: GroupBy['kind'],
  keys: readonly Bound<RecordRow>[],
  accumulators: readonly (() => Accumulator)[],
): Group[] {
  const kept = keptKeys(kind, keys.length)
  const readers = keys.map((key) => reader(key))
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const folded = readers.map((read) => tag(read(row)))
    kept.forEach((mask, set) => {
      const name = `${set}\u0000${folded.map((part, i) => (mask[i] ? part : '')).join('\u0000')}`
      let found = groups.get(name)
      if (!found) {
        found = {
          keys: keys.map((key, i) => (mask[i] ? (key.read(row) ?? null) : null)),
          over: mask.map((isKept) => !isKept),
          results: accumulators.map((make) => make()),
        }
        groups.set(name, found)
      }
      for (const result of found.results) result.add(row)
    })
  }
  return [...groups.values()].sort(compareGroups)
}

function tag(value: string | number | boolean | undefined): string {
  return value === undefined ? 'u' : `${typeof value}${value}`
}

function compareGroups(a: Group, b: Group): number {
  for (let i = 0; i < a.keys.length; i++) {
    if (a.over[i] !== b.over[i]) return a.over[i] ? 1 : -1
    const order = compareValues(a.keys[i], b.keys[i])
    if (order !== 0) return order
  }
  return 0
}

function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const left = String(a).toLowerCase()
  const right = String(b).toLowerCase()
  return left < right ? -1 : left > right ? 1 : 0
}
