import type { Emitted } from '../events/emitted.js'
import type { Change } from '../world/table.js'

interface Placed {
  /** Counts up from 1 in each world. */
  readonly number: number
  /** World's clock, Unix milliseconds. */
  readonly at: number
  /** When it began, Unix milliseconds of wall time. */
  readonly wallTime: number
}

/** A request that was answered; the rest of it is in the log under its id. */
export interface RequestHappening extends Placed {
  readonly kind: 'request'
  readonly id: string
  readonly vendor: string
  readonly method: string
  readonly target: string
  readonly operation: string | undefined
  /** 0 where no answer went out. */
  readonly status: number
  readonly faults: readonly string[]
  readonly changes: readonly Change[]
  readonly emitted: readonly Emitted[]
  /** True of what a scenario asks for itself. */
  readonly staged: boolean
  /** Milliseconds of wall time. */
  readonly duration: number
}

/** One attempt to tell an endpoint. */
export interface AttemptHappening extends Placed {
  readonly kind: 'delivery'
  readonly delivery: string
  readonly vendor: string
  readonly type: string
  readonly endpoint: string
  readonly url: string
  /** Which attempt it was, from 1. */
  readonly attempt: number
  readonly status: number | undefined
  readonly error: string | undefined
  readonly accepted: boolean
  /** What was made of it on purpose: `duplicate`, `by hand`. */
  readonly made: readonly string[]
  readonly duration: number
  /** Number of what caused it. */
  readonly because: number | undefined
}

/** Rows changed or events happened, and no request was it: a timer, a trigger. */
export interface ChangeHappening extends Placed {
  readonly kind: 'change'
  readonly changes: readonly Change[]
  readonly emitted: readonly Emitted[]
  readonly because: number | undefined
}

/** What a person or a test did to the world. */
export interface CommandHappening extends Placed {
  readonly kind: 'command'
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

export type Happening = RequestHappening | AttemptHappening | ChangeHappening | CommandHappening
