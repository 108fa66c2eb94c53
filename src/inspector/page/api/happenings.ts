// What happened, as the control API tells it; test/inspector/answers.test.ts holds these against real answers.

export interface RowChange {
  readonly vendor: string
  readonly scope: string
  readonly of: string
  readonly id: string
  readonly change: 'made' | 'changed' | 'removed'
  readonly status: string | null
  readonly before: string | null
  readonly fields: readonly string[]
}

interface Placed {
  readonly number: number
  readonly at: string
  /** Unix milliseconds. */
  readonly wallTime: number
}

export interface RequestHappening extends Placed {
  readonly kind: 'request'
  readonly id: string
  readonly vendor: string
  readonly method: string
  readonly target: string
  readonly operation: string | null
  readonly status: number
  readonly faults: readonly string[]
  readonly staged: boolean
  readonly duration: number
  readonly changes: readonly RowChange[]
  readonly moreChanges: number
  readonly events: readonly string[]
}

export interface AttemptHappening extends Placed {
  readonly kind: 'delivery'
  readonly delivery: string
  readonly vendor: string
  readonly type: string
  readonly endpoint: string
  readonly url: string
  readonly attempt: number
  readonly status: number | null
  readonly error: string | null
  readonly accepted: boolean
  readonly made: readonly string[]
  readonly duration: number
  readonly because: number | null
}

export interface ChangeHappening extends Placed {
  readonly kind: 'change'
  readonly vendor: string | null
  readonly changes: readonly RowChange[]
  readonly moreChanges: number
  readonly events: readonly string[]
  readonly because: number | null
}

export interface CommandHappening extends Placed {
  readonly kind: 'command'
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

export type Happening = RequestHappening | AttemptHappening | ChangeHappening | CommandHappening
