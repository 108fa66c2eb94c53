import type { Wanted } from '../expectation-schema.js'
import type { NotedExchange } from '../journal.js'
import {
  broken,
  type Evidence,
  fitting,
  groupBy,
  held,
  lines,
  partOf,
  unseen,
  type Verdict,
  workOf,
} from './evidence.js'

/** The same work carries the same idempotency key each time, and no other work has it. */
export function judgeSameKey(wanted: Wanted<'sameKey'>, evidence: Evidence): Verdict {
  const { per, ...calls } = wanted
  const found = fitting(evidence, calls)
  const work = (exchange: NotedExchange) => (per === undefined ? workOf(exchange) : partOf(exchange, per))
  const groups = groupBy(found, work)
  groups.delete(undefined)
  if (groups.size === 0) return unseen(found.length === 0 ? 'never asked' : `no such request had ${per}`)
  const all = [...groups.values()].flat()
  const wrong = [
    ...[...groups].flatMap(([value, group]) => wrongIn(group, per === undefined ? '' : `${per} ${value}: `, evidence)),
    ...shared(all, work, evidence),
  ]
  if (wrong.length > 0) return broken(...wrong)
  return held(
    `${groups.size === 1 ? 'one piece of work' : `${groups.size} pieces of work`}, each with its key: ${lines(all)}`,
  )
}

function wrongIn(group: readonly NotedExchange[], label: string, evidence: Evidence): string[] {
  const bare = group.filter((exchange) => keyOf(exchange, evidence) === undefined)
  if (bare.length > 0) return [`${label}no idempotency key in ${lines(bare)}`]
  const keys = groupBy(group, (exchange) => keyOf(exchange, evidence))
  return keys.size > 1 ? [`${label}${keys.size} keys for the same work: ${lines(group)}`] : []
}

function shared(
  all: readonly NotedExchange[],
  work: (exchange: NotedExchange) => string | undefined,
  evidence: Evidence,
): string[] {
  const byKey = groupBy(all, (exchange) => keyOf(exchange, evidence))
  byKey.delete(undefined)
  return [...byKey.values()].flatMap((group) =>
    new Set(group.map(work)).size > 1 ? [`one key for different work: ${lines(group)}`] : [],
  )
}

function keyOf({ observed }: NotedExchange, { world }: Evidence): string | undefined {
  const header = world.sandbox.runtime(observed.vendor)?.definition.idempotency?.header
  const value = header === undefined ? undefined : observed.exchange.headers[header]
  return typeof value === 'string' && value !== '' ? value : undefined
}
