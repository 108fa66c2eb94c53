import type { Table } from '../../../src/engine/kit.js'
import type { ResourceRow } from './row.js'

/** How many a list has where nothing is said, and at most. @source facts A1 (read 2026-11-23) */
const DEFAULT_COUNT = 10
const MOST = 1000

export interface PageQuery {
  readonly count?: unknown
  readonly offset?: unknown
}

export interface Window {
  readonly offset: number
  readonly limit: number
}

export function windowOf({ count, offset }: PageQuery): Window {
  return { limit: Math.min(whole(count, DEFAULT_COUNT), MOST), offset: whole(offset, 0) }
}

function whole(value: unknown, otherwise: number): number {
  const number = typeof value === 'number' ? value : Number.parseInt(String(value), 10)
  return Number.isInteger(number) && number >= 0 ? number : otherwise
}

/** The part of a list that is in hand. */
export function windowed<T>(rows: readonly T[], query: PageQuery): T[] {
  const { offset, limit } = windowOf(query)
  return rows.slice(offset, offset + limit)
}

export interface Listed<R> {
  readonly rows: R[]
  /** Of all that fit. */
  readonly total: number
}

/** A page of the rows below a parent, oldest first; costs what is listed where nothing narrows it. */
export function listRows<R extends ResourceRow>(
  table: Table<R>,
  parent: string,
  query: PageQuery,
  filter?: (row: R) => boolean,
): Listed<R> {
  if (!filter) {
    const where = ['parent', parent] as const
    return { rows: table.slice({ ...windowOf(query), where }), total: table.count('parent', parent) }
  }
  const rows = table.where('parent', parent).filter(filter)
  return { rows: windowed(rows, query), total: rows.length }
}

/** Whether a time on the wire is in what `since_...` and `before_...` ask for. A time that is not there fits only where nothing is asked. */
export function within(time: string, since: unknown, before: unknown): boolean {
  const at = Date.parse(time)
  if (typeof since === 'string' && since !== '' && !(at > Date.parse(since))) return false
  return !(typeof before === 'string' && before !== '' && !(at < Date.parse(before)))
}

/** In the order of a field's text or number; `DESC` turns it round. */
export function sorted<T>(rows: readonly T[], by: (row: T) => string | number, direction: unknown): T[] {
  const sign = direction === 'DESC' ? -1 : 1
  return [...rows].sort((a, b) => {
    const [left, right] = [by(a), by(b)]
    return sign * (left < right ? -1 : left > right ? 1 : 0)
  })
}
