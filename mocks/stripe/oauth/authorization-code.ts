import type { Row } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'
import type { AccessScope } from './connection.js'
import type { Prefill } from './open-account.js'

/** Seconds in which a code can be exchanged. @source https://docs.stripe.com/connect/oauth-reference (read 2026-11) */
const LASTS = 300

/** That a person let the application in; its id is the code, which is good once. */
export interface AuthorizationCode extends Row {
  readonly scope: AccessScope
  /** Theirs; null where one is opened when the code is exchanged. */
  readonly account: string | null
  /** What the platform said of them, for an account that is opened. */
  readonly prefill: Prefill
  readonly capabilities: readonly string[]
  /** Unix seconds. */
  readonly expires: number
  readonly used: boolean
}

export function newCode(
  world: StripeWorld,
  given: Pick<AuthorizationCode, 'scope' | 'account' | 'prefill' | 'capabilities'>,
): AuthorizationCode {
  const id = `ac_${world.port.random.base62(32)}`
  return world.authorizationCodes.insert({ ...given, id, expires: world.now() + LASTS, used: false })
}
