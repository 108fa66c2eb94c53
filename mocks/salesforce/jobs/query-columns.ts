import type { SObject } from '../catalogue/catalogue.js'
import { fail } from '../errors.js'
import type { Query } from '../soql/ast.js'

/** A column of the results: its name, and where a record has it. */
export interface ResultColumn {
  readonly name: string
  /** In lower case. */
  readonly path: readonly string[]
}

/**
 * The columns of a query, in the order of SELECT; alphabetical up to v49.
 * @throws FUNCTIONALITY_NOT_ENABLED (400) for what bulk queries do not have: aggregates, GROUP BY, OFFSET, TYPEOF, child queries
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm (read 2026-11)
 * @unverified code and wording
 */
export function columnsOfQuery(query: Query, object: SObject | undefined, version: number): ResultColumn[] {
  const columns = query.select.map((item): ResultColumn => {
    if (item.kind !== 'field') throw unsupported(item.kind === 'subquery' ? 'nested queries' : 'functions and TYPEOF')
    const names = item.path.names.map(({ text }) => text)
    const own = names.length === 1 ? object?.field(names[0] ?? '')?.name : undefined
    return { name: own ?? names.join('.'), path: names.map((name) => name.toLowerCase()) }
  })
  if (query.groupBy !== undefined) throw unsupported('GROUP BY')
  if (query.offset !== undefined) throw unsupported('OFFSET')
  return version >= 50 ? columns : columns.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function unsupported(what: string) {
  return fail(400, 'FUNCTIONALITY_NOT_ENABLED', `FunctionalityNotEnabled : Bulk queries do not support ${what}.`)
}

/** What a cell holds: nothing for null, `2026-01-01T00:00:00.000Z` for a moment. */
export function cellOf(record: unknown, { path }: ResultColumn): string {
  let at = record
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return ''
    const key = Object.keys(at).find((candidate) => candidate.toLowerCase() === name)
    at = key === undefined ? undefined : (at as Record<string, unknown>)[key]
  }
  if (at === null || at === undefined) return ''
  if (typeof at === 'object') return JSON.stringify(at)
  return String(at).replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+0000$/, '$1Z')
}
