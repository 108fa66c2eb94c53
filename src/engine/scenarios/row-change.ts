import type { Change, Row } from '../world/table.js'
import type { World } from '../world/world.js'
import { canonical } from './values.js'

/** What became of one row. */
export interface RowChange {
  readonly vendor: string
  /** The vendor's own name of the resource. */
  readonly of: string
  readonly id: string
  readonly change: 'made' | 'changed' | 'removed'
  /** Its status now, and before where it has become another. */
  readonly status: string | undefined
  readonly before: string | undefined
  /** Names of the fields that changed. */
  readonly fields: readonly string[]
}

const STATUSES = ['status', 'Status', 'state', 'StageName']

/** What a commit did to the vendors' resources; what vendors and the engine keep for themselves is left out. */
export function rowChanges(world: World, changes: readonly Change[]): RowChange[] {
  const rows = new Map<string, { change: Change; first: Change['before'] }>()
  for (const change of changes) {
    const key = `${change.table.name}\0${change.id}`
    const first = rows.has(key) ? rows.get(key)?.first : change.before
    rows.set(key, { change, first })
  }
  return [...rows.values()].flatMap(({ change, first }) => {
    const [vendor = '', scope, ...rest] = change.table.name.split('/')
    const of = rest.join('/')
    if (scope === undefined || of === '' || of.startsWith('_')) return []
    if (world.sandbox.runtime(vendor)?.definition.events?.table === of) return []
    return told(vendor, of, first?.row, change.after?.row)
  })
}

function told(vendor: string, of: string, before: Row | undefined, after: Row | undefined): RowChange[] {
  const row = after ?? before
  if (!row) return []
  const status = statusOf(after)
  const earlier = statusOf(before)
  const change = before === undefined ? 'made' : after === undefined ? 'removed' : 'changed'
  const fields = before && after ? changedFields(before, after) : []
  if (change === 'changed' && fields.length === 0) return []
  return [{ vendor, of, id: row.id, change, status, before: earlier === status ? undefined : earlier, fields }]
}

function statusOf(row: Row | undefined): string | undefined {
  const data = row as Readonly<Record<string, unknown>> | undefined
  const found = STATUSES.map((name) => data?.[name]).find((value) => typeof value === 'string')
  return found as string | undefined
}

function changedFields(before: Row, after: Row): string[] {
  const old = before as unknown as Readonly<Record<string, unknown>>
  const now = after as unknown as Readonly<Record<string, unknown>>
  const names = new Set([...Object.keys(old), ...Object.keys(now)])
  return [...names].filter((name) => old[name] !== now[name] && canonical(old[name]) !== canonical(now[name]))
}
