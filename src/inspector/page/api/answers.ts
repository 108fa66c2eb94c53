// What the control API answers, as far as the page reads it. test/inspector/answers.test.ts holds these against real answers.

import type { Happening } from './happenings.js'

export interface Coverage {
  readonly modelled: number
  readonly generic: number
  readonly refused: number
}

export interface Status {
  readonly version: string
  readonly uptime: number
  readonly worlds: readonly string[]
  /** Where it is kept on the disk. */
  readonly state: { readonly folder: string } | null
  readonly vendors: readonly {
    readonly name: string
    readonly label: string
    readonly url: string | null
    readonly httpsUrl: string | null
    readonly description: { readonly version: string; readonly source: string }
    readonly coverage: Coverage
  }[]
}

export interface Clock {
  /** ISO 8601. */
  readonly now: string
  readonly frozen: boolean
  readonly next: string | null
}

export interface World {
  readonly name: string
  readonly seed: string
  readonly limits: boolean
  readonly clock: Clock
  readonly requests: number
  readonly deliveries: number
}

export type Fidelity = 'modelled' | 'generic' | 'refused'

export interface RequestLine {
  readonly id: string
  readonly at: string
  readonly vendor: string
  readonly method: string
  readonly target: string
  readonly operation: string | null
  readonly fidelity: Fidelity
  readonly status: number
  /** Milliseconds. */
  readonly duration: number
  readonly events: readonly string[]
  readonly changed: boolean
  readonly faults: readonly string[]
  readonly failed: boolean
}

export interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface RequestWhole extends RequestLine {
  readonly request: Message
  readonly response: Message
  readonly failure: string | null
  readonly curl: string | null
  readonly explanation: {
    readonly problems: readonly string[]
    readonly parameters: readonly {
      readonly name: string
      readonly in: string
      readonly required: boolean
      readonly type: string
    }[]
    readonly curl: string | null
    readonly suggestions: readonly string[]
  }
}

export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'held' | 'dropped'

export interface Delivery {
  readonly id: string
  readonly vendor: string
  readonly event: string
  readonly type: string
  readonly endpoint: string
  readonly url: string
  readonly state: DeliveryState
  readonly reason: string | null
  readonly due: string | null
  readonly attempts: readonly {
    readonly at: string
    readonly status: number | null
    readonly error: string | null
    readonly answer: string | null
  }[]
}

export interface DeliveryWhole extends Delivery {
  readonly byHand: boolean
  readonly forgeries: readonly string[]
  readonly request: Message & { readonly method: string; readonly url: string }
  readonly because: number | null
}

export interface Endpoint {
  readonly vendor: string
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly enabled: boolean
  readonly forwarded: boolean
  readonly held: boolean
  readonly byHand: boolean
  readonly forgeries: readonly string[]
}

export interface Batch {
  readonly requests: readonly RequestLine[]
  readonly deliveries: readonly Delivery[]
  readonly timeline: readonly Happening[]
  readonly commands: readonly string[]
  readonly skipped: number
  readonly clock: Clock
}

export interface TableLine {
  readonly vendor: string
  readonly scope: string
  readonly table: string
  readonly rows: number
}

export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

export interface RowPage {
  readonly total: number
  readonly hasMore: boolean
  readonly rows: readonly Row[]
}

export interface RowWhole {
  readonly id: string
  readonly row: Row | null
  readonly history: readonly { readonly by: Happening; readonly row: Row | null }[]
}

export interface Upcoming extends Clock {
  readonly total: number
  readonly upcoming: readonly {
    readonly kind: 'job' | 'delivery'
    readonly vendor: string
    readonly what: string
    readonly due: string
    readonly id: string
  }[]
}

export interface ScenarioWords {
  readonly name: string
  readonly title: string
  readonly vendors: readonly string[]
  readonly story: string
  readonly seed: readonly string[]
  readonly faults: readonly string[]
  readonly steps: readonly string[]
  readonly expectations: readonly { readonly text: string; readonly because?: string }[]
}

export type ListedScenario = ScenarioWords | { readonly name: string; readonly error: string }

export interface Report {
  readonly scenario: {
    readonly name: string
    readonly title: string
    readonly story: string
    readonly vendors: readonly string[]
  }
  readonly startedAt: string
  readonly outcome: 'passed' | 'failed' | 'incomplete'
  readonly expectations: readonly {
    readonly text: string
    readonly because?: string
    readonly kind: string
    readonly state: 'held' | 'broken' | 'unseen'
    readonly seen: readonly string[]
  }[]
  readonly missing: readonly string[]
  readonly timeline: readonly {
    readonly number: number
    readonly at: number
    readonly who: 'program' | 'vendor' | 'stage' | 'time'
    readonly vendor?: string
    readonly text: string
    readonly details: readonly string[]
    readonly because?: number
    readonly during?: number
    readonly good: boolean
  }[]
}

export interface Limits {
  readonly hold: boolean
  readonly limits: readonly {
    readonly vendor: string
    readonly name: string
    readonly used: number
    readonly limit: number
    /** Milliseconds. */
    readonly window: number | null
  }[]
}

export interface Fault {
  readonly id: string
  readonly name?: string
  readonly when?: Readonly<Record<string, unknown>>
  readonly times?: number
  readonly effect: Readonly<Record<string, unknown>> & { readonly kind: string }
  readonly added: string
  readonly fitted: number
  readonly happened: number
}

export interface Credentials {
  readonly vendors: readonly {
    readonly vendor: string
    readonly url: string | null
    readonly credentials: readonly {
      readonly label: string
      readonly variable: string
      readonly value: string
      readonly secret: boolean
    }[]
    readonly webhooks: readonly { readonly endpoint: string; readonly url: string; readonly secret: string }[]
  }[]
}

export interface Snapshot {
  readonly name: string
  readonly world: string
  readonly now: string
  readonly frozen: boolean
  readonly vendors: readonly string[]
  readonly rows: number
}

export interface Replayed {
  readonly world: string
  readonly program: string
  readonly vendors: readonly { readonly name: string; readonly version: string }[]
  readonly notes: readonly string[]
  readonly begins: string
  readonly total: number
  readonly replayed: number
  readonly requests: number
  readonly deliveries: number
  readonly first: {
    readonly number: number
    readonly at: string
    readonly kind: string
    readonly differences: readonly { readonly where: string; readonly recorded?: unknown; readonly now?: unknown }[]
  } | null
  readonly items: readonly {
    readonly number: number
    readonly at: string
    readonly kind: string
    readonly what: string
  }[]
}

export interface Operations {
  readonly vendors: readonly (Coverage & {
    readonly vendor: string
    readonly description: { readonly version: string; readonly source: string }
    readonly operations?: readonly { readonly operation: string; readonly fidelity: Fidelity; readonly why?: string }[]
  })[]
}
