import type { Call } from '../../../src/engine/kit.js'
import type { WorkdayWorld } from '../world.js'
import { clientHolder, domainNeed, NEED, userHolder } from './needs.js'
import type { Permission } from './rows.js'
import { accessOf } from './scopes.js'

/** Who asks: a user, and of a token the functional areas that it is for. */
export interface Asker {
  readonly user: string
  readonly scopes?: readonly string[]
  /** Of a token, the API client that it was given to. */
  readonly client?: string
}

/**
 * Whether somebody may call an operation: by a functional area of the token, and by a domain (or the policy of a business process) that a
 * group of the user's is granted. Both are asked for here and nowhere else.
 * @source facts A6 (read 2026-11-24)
 */
export function mayCall(
  world: WorkdayWorld,
  asker: Asker,
  operation: string,
  permission: Permission,
  call?: Call,
): boolean {
  const access = accessOf(operation)
  if (!access) return true
  const { domains, scopes } = access
  return inScope(world, asker, scopes, call) && isGrantedAny(world, asker.user, domains, permission, 'refused', call)
}

function inScope(world: WorkdayWorld, { scopes, client }: Asker, wanted: readonly string[], call?: Call): boolean {
  if (!scopes || wanted.length === 0) return true
  const had = wanted.find((scope) => scopes.includes(scope))
  if (client !== undefined) {
    const name = had ?? wanted.join(' or ')
    world.port.access.needed(clientHolder(client), NEED.scope, name, had === undefined ? 'refused' : 'used', call)
  }
  return had !== undefined
}

/** Whether a user may read what is shown by one of several domains; asked for once each in a request. */
export function grantedTo(world: WorkdayWorld, user: string): (domains: readonly string[]) => boolean {
  const known = new Map<readonly string[], boolean>()
  return (domains) => {
    let granted = known.get(domains)
    if (granted === undefined) {
      granted = isGrantedAny(world, user, domains, 'Get', 'left out')
      known.set(domains, granted)
    }
    return granted
  }
}

/** One is enough, and the first that is granted by its name is the one that counts as used. */
function isGrantedAny(
  world: WorkdayWorld,
  user: string,
  domains: readonly string[],
  permission: Permission,
  without: 'refused' | 'left out',
  call?: Call,
): boolean {
  if (domains.length === 0) return true
  const { security, port } = world
  const named = domains.find((domain) => security.isGranted(user, domain, permission, 'by its name'))
  const granted = named !== undefined || domains.some((domain) => security.isGranted(user, domain, permission))
  const need = domainNeed(named ?? domains.join(' or '), permission)
  port.access.needed(userHolder(user), NEED.domain, need, granted ? 'used' : without, call)
  return granted
}
