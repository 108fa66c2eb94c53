import type { Fidelity } from '../call.js'
import type { Row } from './table.js'

/** What a request under an idempotency key was answered, errors included. Its id is vendor, scope and key. */
export interface IdempotencyRecord extends Row {
  /** Tells whether a later request is the same one. */
  readonly fingerprint: string
  readonly method: string
  readonly path: string
  readonly requestId: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly contentType: string
  readonly body: string
  readonly fidelity: Fidelity
  /** World's clock, Unix milliseconds; from then on it is as if it had never been. */
  readonly expires: number
}
