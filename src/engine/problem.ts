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
  | { readonly kind: 'fault'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'internal'; readonly error: unknown }
