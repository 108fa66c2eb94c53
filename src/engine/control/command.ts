import type { z } from 'zod'
import type { World } from '../world/world.js'
import type { Control } from './control.js'
import type { Route } from './routes.js'

/** One request to the control API, checked. */
export interface ControlRequest<Q = unknown, B = unknown> {
  readonly control: Control
  /** All that the control API can do. */
  readonly routes: readonly Route[]
  /** The one that the path names. @throws SANDBOX_NOT_FOUND */
  readonly world: World
  readonly params: Readonly<Record<string, string>>
  readonly query: Q
  readonly body: B
  /** What was sent, where the route takes bytes. */
  readonly bytes: Uint8Array
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal
}

/** What stands behind a route. `run` gives what is answered as JSON, or an EventStream. */
export interface Command {
  readonly query: z.ZodType | undefined
  readonly body: z.ZodType | undefined
  readonly run: (request: ControlRequest<never, never>) => unknown
}

/** Binds what a command runs to the shapes of its query and body; what is not given must be empty. */
export function command<Q = Record<string, never>, B = Record<string, never>>(options: {
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  readonly run: (request: ControlRequest<Q, B>) => unknown
}): Command {
  return { query: options.query, body: options.body, run: options.run as Command['run'] }
}
