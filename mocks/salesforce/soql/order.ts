import type { OrderItem } from './ast.js'
import type { Bound } from './bound.js'
import { malformed } from './soql-error.js'

type Key = string | number | undefined
interface Entry<S> {
  readonly keys: readonly Key[]
  readonly at: number
  readonly subject: S
}
type Compare<S> = (a: Entry<S>, b: Entry<S>) => number

export interface Ordering<S> {
  keys(subject: S): Key[]
  compare: Compare<S>
  /** Whether a subject is behind an entry by its first key alone. */
  behind(subject: S, entry: Entry<S>): boolean
}

/** What is sorted by: text without regard to case, picklists in the order of their values. @unverified beyond ASCII */
export function keyOf<S>(bound: Bound<S>): (subject: S) => Key {
  const { read, field } = bound
  if (field?.type === 'picklist' && field.picklistValues.length > 0) {
    const places = new Map(field.picklistValues.map(({ value }, i) => [value, i]))
    const last = places.size
    // Values that are not of the list stand behind it, by the alphabet.
    const rank = (place: number) => String(place).padStart(6, '0')
    return (subject) => {
      const value = read(subject)
      if (value === null || value === undefined || value === '') return undefined
      const place = places.get(String(value))
      return place === undefined ? `${rank(last)}${String(value).toLowerCase()}` : rank(place)
    }
  }
  return (subject) => {
    const value = read(subject)
    if (value === null || value === undefined || value === '') return undefined
    if (typeof value === 'number') return value
    if (typeof value === 'boolean') return value ? 1 : 0
    return bound.kind === 'text' ? String(value).toLowerCase() : String(value)
  }
}

/** @throws MALFORMED_QUERY for a field that cannot be sorted by */
export function orderingOf<S>(items: readonly OrderItem[], bind: (item: OrderItem) => Bound<S>): Ordering<S> {
  const readers: ((subject: S) => Key)[] = []
  const directions: { sign: number; nullSign: number }[] = []
  for (const item of items) {
    const bound = bind(item)
    if (bound.field?.sortable === false || bound.kind === 'opaque')
      throw malformed(`field '${bound.name}' can not be sorted in a query call`, item.start)
    readers.push(keyOf(bound))
    directions.push({ sign: item.descending ? -1 : 1, nullSign: item.nulls === 'first' ? -1 : 1 })
  }
  return {
    keys: (subject) => readers.map((read) => read(subject)),
    compare: (a, b) => {
      for (let i = 0; i < directions.length; i++) {
        const direction = directions[i]
        if (!direction) break
        const order = compareKeys(a.keys[i], b.keys[i], direction)
        if (order !== 0) return order
      }
      return a.at - b.at
    },
    behind: (subject, entry) => {
      const [read] = readers
      const [direction] = directions
      return read !== undefined && direction !== undefined && compareKeys(read(subject), entry.keys[0], direction) > 0
    },
  }
}

function compareKeys(a: Key, b: Key, { sign, nullSign }: { sign: number; nullSign: number }): number {
  if (a === b) return 0
  if (a === undefined) return nullSign
  if (b === undefined) return -nullSign
  return a < b ? -sign : sign
}

/** The first so many in order, or all of them. What is equal keeps the order in which it came. */
export function sorted<S>(subjects: Iterable<S>, ordering: Ordering<S>, most: number | undefined): S[] {
  const sorter = new Sorter(ordering, most)
  for (const subject of subjects) sorter.add(subject)
  return sorter.result()
}

/** Puts what it is given in order; with `most`, holds no more than that. */
export class Sorter<S> {
  private readonly ordering: Ordering<S>
  private readonly most: number
  /** A heap once it is full: its top is the last in order. */
  private readonly entries: Entry<S>[] = []
  private count = 0

  constructor(ordering: Ordering<S>, most = Number.POSITIVE_INFINITY) {
    this.ordering = ordering
    this.most = most
  }

  add(subject: S): void {
    const { entries, ordering, most } = this
    const at = this.count++
    if (most === 0) return
    const [top] = entries
    const isFull = entries.length >= most
    // Most of a long scan ends here, without the other keys.
    if (isFull && top && ordering.behind(subject, top)) return
    const entry = { keys: ordering.keys(subject), at, subject }
    if (isFull) {
      if (top && ordering.compare(entry, top) < 0) replaceTop(entries, entry, ordering.compare)
    } else if (most === Number.POSITIVE_INFINITY) entries.push(entry)
    else push(entries, entry, ordering.compare)
  }

  result(): S[] {
    return this.entries.sort(this.ordering.compare).map((entry) => entry.subject)
  }
}

/** The heap's top is the last in order. */
function push<S>(heap: Entry<S>[], entry: Entry<S>, compare: Compare<S>): void {
  let at = heap.length
  heap.push(entry)
  while (at > 0) {
    const above = (at - 1) >>> 1
    const parent = heap[above]
    if (!parent || compare(parent, entry) >= 0) break
    heap[at] = parent
    at = above
  }
  heap[at] = entry
}

function replaceTop<S>(heap: Entry<S>[], entry: Entry<S>, compare: Compare<S>): void {
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    if (!left) break
    const right = heap[2 * at + 2]
    const takeRight = right !== undefined && compare(right, left) > 0
    const child = takeRight ? right : left
    if (compare(child, entry) <= 0) break
    heap[at] = child
    at = 2 * at + (takeRight ? 2 : 1)
  }
  heap[at] = entry
}
