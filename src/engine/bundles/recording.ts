import type { Exchange, Outcome } from '../exchange.js'
import type { Observed, ObservedBegun, ObservedCommand, ObservedDelivery, ObservedJob } from '../observe/observed.js'
import type { Snapshot } from '../world/snapshot.js'

/** What a replay needs of a request. */
export interface RecordedExchange {
  readonly kind: 'exchange'
  readonly sequence: number
  readonly at: number
  readonly began: number
  readonly wallTime: number
  readonly id: string
  readonly vendor: string
  readonly operation: string | undefined
  readonly exchange: Exchange
  readonly outcome: Outcome
  readonly prior: unknown
}

export type Recorded = RecordedExchange | ObservedDelivery | ObservedCommand | ObservedBegun | ObservedJob

/** A world's state at a moment, and all that has happened in it since, in order. */
export interface Recording {
  readonly start: Snapshot
  readonly items: readonly Recorded[]
  /** How many requests before it were forgotten; their effect is in the start. */
  readonly forgotten: number
}

/** What is kept of what was observed: not the decoded copies. */
export function recorded(observed: Observed): Recorded {
  if (observed.kind !== 'exchange') return observed
  const { kind, sequence, at, began, wallTime, id, vendor, operation, exchange, outcome, prior } = observed
  return { kind, sequence, at, began, wallTime, id, vendor, operation, exchange, outcome, prior }
}

/** About how many bytes one holds in memory. */
export function weightOf(item: Recorded): number {
  if (item.kind === 'delivery') return 1000 + item.request.body.length
  if (item.kind === 'begun') return 500 + item.exchange.body.length
  if (item.kind !== 'exchange') return 300
  const { outcome, exchange } = item
  const answer = outcome.kind === 'reply' ? outcome.body : ''
  const size = typeof answer === 'string' || answer instanceof Uint8Array ? answer.length : 0
  return 1500 + exchange.target.length + exchange.body.length + size
}
