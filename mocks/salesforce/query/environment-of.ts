import type { Actor } from '../access/access.js'
import { shownValue } from '../records/render.js'
import type { Environment } from '../soql/environment.js'
import type { SalesforceWorld } from '../world.js'
import { tableSource } from './table-source.js'

const sources = new WeakMap<SalesforceWorld, Environment['source']>()

/** What an actor's queries are answered from. `includeDeleted` is queryAll's. */
export function environmentOf(
  world: SalesforceWorld,
  actor: Pick<Actor, 'userId' | 'access' | 'version'>,
  includeDeleted: boolean,
): Environment {
  const source = sources.get(world) ?? tableSource((name) => world.records(name))
  sources.set(world, source)
  const { org } = world
  const zone = world.users.find(actor.userId)?.TimeZoneSidKey ?? org.TimeZoneSidKey
  const start = org.FiscalYearStartMonth
  return {
    catalogue: world.catalogue,
    source,
    access: actor.access,
    show: (object, field, row) => shownValue(world, object, field, row, `v${actor.version}.0`),
    now: world.port.now(),
    timeZone: typeof zone === 'string' ? zone : 'UTC',
    fiscalYearStartMonth: typeof start === 'number' ? start : 1,
    userId: actor.userId,
    version: `${actor.version}.0`,
    includeDeleted,
  }
}
