import type { WorkdayWorld } from '../world.js'
import type { Permission } from './rows.js'
import { accessOf } from './scopes.js'

/** Who asks: a user, and of a token the functional areas that it is for. */
export interface Asker {
  readonly user: string
  readonly scopes?: readonly string[]
}

/**
 * Whether somebody may call an operation: by a functional area of the token, and by a domain (or the policy of a business process) that a
 * group of the user's is granted. Both are asked for here and nowhere else.
 * @source facts A6 (read 2026-11-24)
 */
export function mayCall(world: WorkdayWorld, asker: Asker, operation: string, permission: Permission): boolean {
  const access = accessOf(operation)
  if (!access) return true
  const { domains, scopes } = access
  const inScope = !asker.scopes || scopes.length === 0 || scopes.some((scope) => asker.scopes?.includes(scope))
  return inScope && (domains.length === 0 || isGrantedAny(world, asker.user, domains, permission))
}

/** Whether a user may read what is shown by one of several domains; asked for once each in a request. */
export function grantedTo(world: WorkdayWorld, user: string): (domains: readonly string[]) => boolean {
  const known = new Map<string, boolean>()
  return (domains) =>
    domains.some((domain) => {
      const before = known.get(domain)
      if (before !== undefined) return before
      const granted = isGrantedAny(world, user, [domain], 'Get')
      known.set(domain, granted)
      return granted
    })
}

function isGrantedAny(world: WorkdayWorld, user: string, domains: readonly string[], permission: Permission): boolean {
  return domains.some((domain) => world.security.isGranted(user, domain, permission))
}
