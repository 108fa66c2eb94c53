import { accessOfUser } from '../access/access.js'
import { tableSource } from '../query/table-source.js'
import type { Environment } from '../soql/environment.js'
import type { SalesforceWorld } from '../world.js'

/** What a query of a user is answered from. `version` is that of the request's path: `v59.0`. */
export function environmentOf(
  world: SalesforceWorld,
  userId: string,
  { version, includeDeleted }: { readonly version: string; readonly includeDeleted: boolean },
): Environment {
  return {
    catalogue: world.catalogue,
    source: tableSource((name) => world.records(name)),
    access: accessOfUser(world, userId),
    now: world.port.now(),
    timeZone: world.rights.logins.find(userId)?.timeZone ?? 'UTC',
    fiscalYearStartMonth: Number(world.org.FiscalYearStartMonth ?? 1),
    userId,
    version: version.slice(1),
    includeDeleted,
  }
}
