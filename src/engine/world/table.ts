import { SandboxError } from '../errors.js'
import { deepFreeze } from './deep-freeze.js'
import { lowerBound, place } from './ordered.js'
import type { Page, PageRequest, SliceRequest } from './page.js'

export type { Page, PageRequest } from './page.js'

/** What a table holds. Rows are frozen: a change is a new row under the same id. */
export interface Row {
  readonly id: string
}

/** A row in its place. `seq` is the order of insertion and never changes, so a cursor stays valid while rows come and go. */
export interface Entry<R extends Row = Row> {
  readonly seq: number
  readonly row: R
}

export interface Change {
  readonly table: Table
  readonly id: string
  readonly before: Entry | undefined
  readonly after: Entry | undefined
}

export interface TableOptions {
  /** Fields to be found by value without a scan. */
  readonly indexes?: readonly string[]
  /** Fields of which two rows never share a value (null and undefined aside). */
  readonly unique?: readonly string[]
}

/**
 * Rows by id, in order of insertion, with declared secondary indexes. Every write is told to `onChange`, so that a
 * transaction can undo it. Reads and writes cost O(1), a page O(log n + what it passes over).
 */
export class Table<R extends Row = Row> {
  readonly name: string
  private readonly options: TableOptions
  private readonly onChange: (change: Change) => void
  private entries = new Map<string, Entry<R>>()
  private order: Entry<R>[] = []
  private indexes = new Map<string, Map<unknown, Entry<R>[]>>()
  /** What an index goes by, where that is not the field of its name. */
  private readonly keys = new Map<string, (row: R) => unknown>()
  private nextSeq = 1
  /** Buckets that no copy of this table shares. Another one is copied before it is changed. */
  private own = new WeakSet<Entry<R>[]>()

  constructor(name: string, options: TableOptions, onChange: (change: Change) => void) {
    this.name = name
    this.options = options
    this.onChange = onChange
    for (const field of new Set([...(options.indexes ?? []), ...(options.unique ?? [])]))
      this.indexes.set(field, new Map())
  }

  /**
   * Makes rows findable by `where(name, value)` from now on: by the field of that name, or by what `keyOf` gives. For tables
   * whose fields are known only at run time. Costs one pass over the rows, once.
   */
  index(name: string, keyOf?: (row: R) => unknown): void {
    if (this.indexes.has(name)) return
    if (keyOf) this.keys.set(name, keyOf)
    this.rebuild(name)
  }

  private rebuild(name: string): void {
    const buckets = new Map<unknown, Entry<R>[]>()
    this.indexes.set(name, buckets)
    for (const entry of this.order) this.reindex(buckets, name, undefined, entry)
  }

  get size(): number {
    return this.entries.size
  }

  find(id: string): R | undefined {
    return this.entries.get(id)?.row
  }

  has(id: string): boolean {
    return this.entries.has(id)
  }

  /** Rows with this value in an indexed field, oldest first. */
  where(field: string, value: unknown): R[] {
    return this.bucket(field, value).map((entry) => entry.row)
  }

  /** Every row, oldest first. */
  all(): R[] {
    return this.order.map((entry) => entry.row)
  }

  /** The row that was inserted first. */
  get oldest(): R | undefined {
    return this.order[0]?.row
  }

  insert(row: R): R {
    if (this.entries.has(row.id)) throw this.taken('id', row.id)
    return this.write(row, { seq: this.nextSeq++, row: deepFreeze(row) })
  }

  /** Puts a row in the place of the one with its id, or inserts it. */
  put(row: R): R {
    const before = this.entries.get(row.id)
    return this.write(row, { seq: before?.seq ?? this.nextSeq++, row: deepFreeze(row) })
  }

  /** @throws SANDBOX_NOT_FOUND where there is no such row: a behaviour has looked it up before. */
  update(id: string, patch: Partial<R>): R {
    const before = this.entries.get(id)
    if (!before)
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no row '${id}' in ${this.name}.`, 'Look the row up first.')
    return this.put({ ...before.row, ...patch })
  }

  delete(id: string): boolean {
    const before = this.entries.get(id)
    if (!before) return false
    this.replace(id, before, undefined)
    this.onChange({ table: this as unknown as Table, id, before, after: undefined })
    return true
  }

  /** Sets an entry as it was or shall be, telling nobody: for undo, and for a journal read back. */
  restore(id: string, entry: Entry | undefined): void {
    this.replace(id, this.entries.get(id), entry as Entry<R> | undefined)
    if (entry && entry.seq >= this.nextSeq) this.nextSeq = entry.seq + 1
  }

  page(request: PageRequest<R>): Page<R> {
    const source = request.where ? this.bucket(request.where[0], request.where[1]) : this.order
    const newestFirst = (request.order ?? 'newest') === 'newest'
    const backwards = request.before !== undefined
    const cursor = this.entries.get(request.after ?? request.before ?? '')
    // Walking towards newer rows is walking up the array; a page before a cursor is walked the other way and turned round.
    const up = newestFirst === backwards
    let at = cursor ? this.beside(source, cursor.seq, up) : up ? 0 : source.length - 1
    const rows: R[] = []
    let hasMore = false
    for (; at >= 0 && at < source.length; at += up ? 1 : -1) {
      const row = source[at]?.row
      if (!row || (request.filter && !request.filter(row))) continue
      if (rows.length === request.limit) {
        hasMore = true
        break
      }
      rows.push(row)
    }
    if (backwards) rows.reverse()
    return { rows, hasMore }
  }

  /** How many rows have this value in an indexed field. */
  count(field: string, value: unknown): number {
    return this.bucket(field, value).length
  }

  /**
   * So many rows from a place on, of all or of those with a value in an indexed field, in order of insertion or from the
   * newest back. Costs O(limit), wherever the place is.
   */
  slice(request: SliceRequest): R[] {
    const source = request.where ? this.bucket(request.where[0], request.where[1]) : this.order
    const { offset, limit, order = 'oldest' } = request
    if (order === 'oldest') return source.slice(offset, offset + limit).map((entry) => entry.row)
    const end = Math.max(0, source.length - offset)
    return source
      .slice(Math.max(0, end - limit), end)
      .map((entry) => entry.row)
      .reverse()
  }

  /** Gives another table the same rows. Entries and rows are shared, since neither is ever changed; buckets until one is. */
  copyTo(other: Table<R>): void {
    other.entries = new Map(this.entries)
    other.order = this.order.slice()
    other.nextSeq = this.nextSeq
    for (const [field, keyOf] of this.keys) other.keys.set(field, keyOf)
    for (const [field, buckets] of this.indexes) other.indexes.set(field, new Map(buckets))
    this.own = new WeakSet()
    other.own = new WeakSet()
    for (const field of other.indexes.keys()) if (!this.indexes.has(field)) other.rebuild(field)
  }

  /** The rows in their places, oldest first, and the place that the next one gets: a table as data. */
  get image(): { readonly entries: readonly Entry<R>[]; readonly next: number } {
    return { entries: this.order, next: this.nextSeq }
  }

  /** Places are not given again, whatever came of the rows that had them. */
  skipTo(next: number): void {
    this.nextSeq = Math.max(this.nextSeq, next)
  }

  /** An empty table with the same name and indexes. */
  emptyTwin(onChange: (change: Change) => void): Table<R> {
    return new Table<R>(this.name, this.options, onChange)
  }

  private write(row: R, after: Entry<R>): R {
    for (const field of this.options.unique ?? []) this.checkUnique(field, row)
    const before = this.entries.get(row.id)
    this.replace(row.id, before, after)
    this.onChange({ table: this as unknown as Table, id: row.id, before, after })
    return after.row
  }

  private checkUnique(field: string, row: R): void {
    const value = fieldOf(row, field)
    if (value === null || value === undefined) return
    if (this.bucket(field, value).some((entry) => entry.row.id !== row.id)) throw this.taken(field, String(value))
  }

  private taken(field: string, value: string): SandboxError {
    return new SandboxError(
      'SANDBOX_CONFLICT',
      `${this.name} has a row with ${field} '${value}' already.`,
      'Use another value.',
    )
  }

  private replace(id: string, before: Entry<R> | undefined, after: Entry<R> | undefined): void {
    if (after) this.entries.set(id, after)
    else this.entries.delete(id)
    place(this.order, before, after)
    for (const [field, buckets] of this.indexes) this.reindex(buckets, field, before, after)
  }

  private reindex(
    buckets: Map<unknown, Entry<R>[]>,
    field: string,
    before: Entry<R> | undefined,
    after: Entry<R> | undefined,
  ): void {
    const old = before && this.keyOf(before.row, field)
    const now = after && this.keyOf(after.row, field)
    if (before && after && old === now) {
      place(this.changeable(buckets, old), before, after)
      return
    }
    if (before) {
      const bucket = this.changeable(buckets, old)
      place(bucket, before, undefined)
      if (bucket.length === 0) buckets.delete(old)
    }
    if (after) place(this.changeable(buckets, now), undefined, after)
  }

  private changeable(buckets: Map<unknown, Entry<R>[]>, value: unknown): Entry<R>[] {
    const present = buckets.get(value)
    if (present && this.own.has(present)) return present
    const bucket = present?.slice() ?? []
    this.own.add(bucket)
    buckets.set(value, bucket)
    return bucket
  }

  private keyOf(row: R, field: string): unknown {
    const keyOf = this.keys.get(field)
    return keyOf ? keyOf(row) : fieldOf(row, field)
  }

  private bucket(field: string, value: unknown): Entry<R>[] {
    const buckets = this.indexes.get(field)
    if (!buckets) {
      throw new SandboxError(
        'SANDBOX_BAD_INPUT',
        `${this.name} has no index on '${field}'.`,
        'Declare it where the table is declared.',
      )
    }
    return buckets.get(value) ?? []
  }

  private beside(source: Entry<R>[], seq: number, up: boolean): number {
    const at = lowerBound(source, seq)
    if (!up) return at - 1
    return source[at]?.seq === seq ? at + 1 : at
  }
}

function fieldOf(row: Row, field: string): unknown {
  return (row as unknown as Record<string, unknown>)[field]
}
