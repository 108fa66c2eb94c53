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

/** Groups by the values of their keys, one map within another for each key. */
type Branch = Map<unknown, Branch | Group>

/** Groups rows by hash, in order of their keys, subtotals behind what they sum up. */
export function group(
  rows: Iterable<RecordRow>,
  kind: GroupBy['kind'],
  keys: readonly Bound<RecordRow>[],
  accumulators: readonly (() => Accumulator)[],
): Group[] {
  const readers = keys.map((key) => reader(key))
  const groups: Group[] = []
  const sets = keptKeys(kind, keys.length).map((kept) => ({ kept, root: new Map<unknown, Branch | Group>() }))
  const make = (row: RecordRow, kept: readonly boolean[]): Group => {
    const made = {
      keys: keys.map((key, i) => (kept[i] ? (key.read(row) ?? null) : null)),
      over: kept.map((isKept) => !isKept),
      results: accumulators.map((each) => each()),
    }
    groups.push(made)
    return made
  }
  for (const row of rows) {
    const folded = readers.map((read) => read(row))
    for (const { kept, root } of sets) {
      const found = groupAt(root, folded, kept) ?? place(root, folded, kept, make(row, kept))
      for (const result of found.results) result.add(row)
    }
  }
  return groups.sort(compareGroups)
}

function groupAt(root: Branch, values: readonly unknown[], kept: readonly boolean[]): Group | undefined {
  let branch: Branch = root
  for (let i = 0; i < values.length; i++) {
    if (!kept[i]) continue
    const next = branch.get(values[i])
    if (!(next instanceof Map)) return undefined
    branch = next
  }
  return branch.get(LEAF) as Group | undefined
}

/** What a branch's own group stands under. */
const LEAF = Symbol('group')

function place(root: Branch, values: readonly unknown[], kept: readonly boolean[], made: Group): Group {
  let branch: Branch = root
  for (let i = 0; i < values.length; i++) {
    if (!kept[i]) continue
    let next = branch.get(values[i])
    if (!(next instanceof Map)) {
      next = new Map<unknown, Branch | Group>()
      branch.set(values[i], next)
    }
    branch = next
  }
  branch.set(LEAF, made)
  return made
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
