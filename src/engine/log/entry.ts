import type { Fidelity } from '../call.js'
import type { Issue } from '../description/issue.js'

/** One request as the log keeps it: already redacted. */
export interface Entry {
  readonly id: string
  /** World's clock, Unix milliseconds. */
  readonly at: number
  readonly world: string
  readonly vendor: string
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly peer: string | undefined
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly body: string }
  operation: string | undefined
  fidelity: Fidelity
  status: number
  /** Milliseconds of wall time, to the microsecond. */
  duration: number
  response: {
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    /** How much of the body is kept, in characters or bytes. */
    readonly size: number
  }
  /** Types of the events that it caused. */
  events: readonly string[]
  /** It changed something: an answer that is given again, or one to a question, did not. */
  changed: boolean
  /** Ids of the faults that it met: what went wrong on purpose. */
  faults: readonly string[]
  /** What validation found, for the explanation. */
  issues: readonly Issue[]
  /** What went wrong inside, if anything did; for us, not for the client. */
  failure: string | undefined
}
