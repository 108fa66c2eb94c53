import type { Emitted } from '../events/emitted.js'
import type { StreamStates } from './streams.js'
import type { Change } from './table.js'

/**
 * What one request or job has done so far. Everything in it comes to be together, at commit, or not at all. It is also
 * what the journal writes down: `changes` holds the after-images of rows (among them timers, deliveries, idempotency records).
 */
export class Transaction {
  readonly changes: Change[] = []
  readonly emitted: Emitted[] = []
  /** Run after the commit, in order: timers to arm, deliveries to start. */
  readonly afterCommit: (() => void)[] = []
  /** It is true now, whatever fails after it. */
  committed = false
  /** What caused it: the id of a log entry or the name of a job. */
  readonly cause: string
  /** What a job was counted for in the access report. */
  counted: Set<object> | undefined
  private readonly random: { state: StreamStates }
  private readonly randomAtStart: StreamStates

  constructor(cause: string, random: { state: StreamStates }) {
    this.cause = cause
    this.random = random
    this.randomAtStart = random.state
  }

  mark(): Mark {
    return {
      changes: this.changes.length,
      emitted: this.emitted.length,
      afterCommit: this.afterCommit.length,
      random: this.random.state,
    }
  }

  /** Takes back all that was done since the mark, or since the start. */
  rollback(to?: Mark): void {
    const keep = to?.changes ?? 0
    while (this.changes.length > keep) {
      const change = this.changes.pop()
      change?.table.restore(change.id, change.before)
    }
    this.emitted.length = to?.emitted ?? 0
    this.afterCommit.length = to?.afterCommit ?? 0
    this.random.state = to?.random ?? this.randomAtStart
  }
}

export interface Mark {
  readonly changes: number
  readonly emitted: number
  readonly afterCommit: number
  readonly random: StreamStates
}
