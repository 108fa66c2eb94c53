import { generated } from '../../../src/engine/kit.js'

/** What secures an operation, by its key. @source facts A6 (read 2026-11-23) */
export interface Access {
  /** Domains and business process policies, one of which the caller must be granted. */
  readonly domains: readonly string[]
  /** Functional areas, one of which the token must be for. */
  readonly scopes: readonly string[]
}

let table: Readonly<Record<string, Access>> | undefined

export function accessOf(key: string): Access | undefined {
  table ??= generated<Record<string, Access>>('workday-access')
  return table[key]
}

/** Every functional area that an operation here asks for, and that of reports and queries. */
export function scopesOf(): string[] {
  table ??= generated<Record<string, Access>>('workday-access')
  const all = new Set(Object.values(table).flatMap(({ scopes }) => scopes))
  return [...all, 'Tenant Non-Configurable', 'System'].sort()
}
