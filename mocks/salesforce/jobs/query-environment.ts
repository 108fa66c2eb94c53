import { accessOfUser } from '../access/access.js'
import { environmentOf as environmentOfActor } from '../query/environment-of.js'
import type { Environment } from '../soql/environment.js'
import { versionOf } from '../versions.js'
import type { SalesforceWorld } from '../world.js'

/** What a query of a user is answered from. `version` is that of the request's path: `v59.0`. */
export function environmentOf(
  world: SalesforceWorld,
  userId: string,
  { version, includeDeleted }: { readonly version: string; readonly includeDeleted: boolean },
): Environment {
  const actor = { userId, access: accessOfUser(world, userId), version: versionOf(version) ?? 59 }
  return environmentOfActor(world, actor, includeDeleted)
}
