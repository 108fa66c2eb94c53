import { valueAt } from '../../faults/matcher.js'
import type { World } from '../../world/world.js'
import { fitsCalls, statusOf } from '../fits.js'
import type { NotedDelivery, NotedExchange } from '../journal.js'
import type { Calls } from '../match.js'
import { canonical, isScalar } from '../values.js'

/** What expectations are judged by. */
export interface Evidence {
  readonly world: World
  /** The vendors that take part. */
  readonly vendors: readonly string[]
  /** Requests of the integration, in the order in which they came. */
  readonly exchanges: readonly NotedExchange[]
  readonly deliveries: readonly NotedDelivery[]
  /** What the webhook faults of the scenario change, by their names. */
  readonly changes: ReadonlyMap<string, string>
  /** Of the command that was run; undefined where it still runs, or none was. */
  readonly exitCode: number | undefined
}

/**
 * What became of an expectation: it held, it was broken, or nothing was there to judge it by. `seen` says by what, a line each;
 * `#4` is the fourth line of the timeline.
 */
export interface Verdict {
  readonly state: 'held' | 'broken' | 'unseen'
  readonly seen: readonly string[]
}

export const held = (...seen: string[]): Verdict => ({ state: 'held', seen })
export const broken = (...seen: string[]): Verdict => ({ state: 'broken', seen })
export const unseen = (...seen: string[]): Verdict => ({ state: 'unseen', seen })

export function fitting({ exchanges }: Evidence, calls: Calls): NotedExchange[] {
  return exchanges.filter(({ observed }) => fitsCalls(observed, calls))
}

/** Groups in the order of their first item. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** `body.metadata.order_id`, `query.limit`, `header.x`, `path.id`; a name alone is one of the query. */
export function partOf({ observed }: NotedExchange, where: string): string | undefined {
  const [part = '', ...rest] = where.split('.')
  const path = rest.join('.')
  const sources: Record<string, unknown> = {
    body: observed.body,
    query: observed.query,
    header: observed.exchange.headers,
    path: observed.params,
  }
  const value = path !== '' && part in sources ? valueAt(sources[part], path) : valueAt(observed.query, where)
  return isScalar(value) ? String(value) : undefined
}

/** The same for two requests that are the same piece of work. */
export function workOf({ observed }: NotedExchange): string {
  const { exchange, body } = observed
  return `${observed.vendor} ${exchange.method} ${exchange.target} ${canonical(body) ?? ''}`
}

/** `#4`, or `#4 and #6`. */
export function lines(entries: readonly { readonly number: number }[], most = 6): string {
  const all = entries.map(({ number }) => `#${number}`)
  const shown = all.slice(0, most)
  const last = all.length > most ? `${all.length - most} more` : shown.pop()
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : (last ?? '')
}

/** `429`, or `no answer`. */
export function answerOf({ observed }: NotedExchange): string {
  const status = statusOf(observed)
  return status === 0 ? 'no answer' : String(status)
}

/** The answer's body, as data where it is JSON. */
export function answerBody({ observed }: NotedExchange): unknown {
  if (observed.outcome.kind !== 'reply') return undefined
  const { body } = observed.outcome
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return undefined
  try {
    return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString())
  } catch {
    return undefined
  }
}

/** Milliseconds, as a person reads them. */
export function spanText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`
}

/** `1 time`, `3 times`. */
export function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
