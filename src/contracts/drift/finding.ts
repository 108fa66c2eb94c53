/** What kind of change a contract meets. */
export type FindingKind = 'removed' | 'newly required' | 'narrowed' | 'type changed'

/**
 * `error`: the contract is broken. `warning`: it may be, because nothing shows that the consumer reads the field, or because
 * the change only comes when the consumer moves to that version.
 */
export type Severity = 'error' | 'warning'

/** Where in an interaction a change stands. */
export type Side = 'operation' | 'event' | 'query' | 'header' | 'body' | 'status' | 'answer' | 'message'

/** One place where a description does not keep a contract. */
export interface Finding {
  readonly consumer: string
  readonly vendor: string
  /** The interaction's description in the Pact file. */
  readonly interaction: string
  /** Key of the operation, or the event's name. */
  readonly operation: string
  readonly side: Side
  /** Dotted path: `latest_charge.id`; empty for the whole. */
  readonly field: string
  readonly kind: FindingKind
  readonly severity: Severity
  /** One sentence in plain words. */
  readonly message: string
  /** What to do, where that is known. */
  readonly remedy?: string
  /** The Pact file, as it was named. */
  readonly file: string
  /** Line of the interaction in it, from 1. */
  readonly line: number
}

/** A change as it is found, before it is known whose it is. */
export interface Change {
  readonly side: Side
  readonly path: readonly string[]
  readonly kind: FindingKind
  readonly message: string
  /** Said of nothing that is certain: an undescribed key where others are allowed. It counts only against an older description. */
  readonly unsure?: boolean
}

export function sameChange(a: Change, b: Change): boolean {
  return a.side === b.side && a.kind === b.kind && a.path.join('.') === b.path.join('.')
}
