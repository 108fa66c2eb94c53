import type { Issue } from './description/issue.js'
import type { Operation } from './description/operation.js'

/** What the engine can find wrong with a request. The vendor says it in its own words and format (ErrorRules.problem). */
export type Problem =
  | { readonly kind: 'no-route' }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'live-credential' }
  | { readonly kind: 'no-credential' }
  | { readonly kind: 'unknown-credential'; readonly credential: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | {
      readonly kind: 'missing'
      readonly type: string
      readonly id: string
      readonly param: string
      readonly inPath: boolean
    }
  | { readonly kind: 'rate-limited'; readonly limit: string }
  | { readonly kind: 'key-in-use'; readonly key: string }
  | {
      readonly kind: 'key-reused'
      readonly key: string
      readonly first: { readonly method: string; readonly path: string }
    }
  | { readonly kind: 'not-simulated'; readonly operation: Operation | undefined; readonly why: string }
  | FaultProblem
  | { readonly kind: 'internal'; readonly error: unknown }

/**
 * What goes wrong on purpose, to be said as the vendor would say it. `status` is what is usual for it; a vendor that has
 * another one for the same thing (403 in place of 429) answers with its own.
 */
export interface FaultProblem {
  readonly kind: 'fault'
  readonly why: 'status' | 'rate-limit' | 'maintenance' | 'token-expired' | 'token-revoked'
  readonly status: number
  /** One of those that `ErrorRules.codes` names. */
  readonly code?: string
  /** Seconds. */
  readonly retryAfter?: number
  /** When maintenance is over, Unix milliseconds on the world's clock, where that is known. */
  readonly until?: number
}
