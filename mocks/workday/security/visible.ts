import type { AsOf } from '../history/fact.js'
import type { WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import { NEED, userHolder } from './needs.js'

/**
 * Those of some workers that a user sees: all, or where the user's groups are constrained, those in their organizations and below.
 * The others are left out without a word. @source facts B3 (read 2026-11-23)
 */
export function visibleTo(
  world: WorkdayWorld,
  user: string,
  workers: readonly WorkerRow[],
  asOf: AsOf,
): readonly WorkerRow[] {
  const organizations = world.security.organizationsOf(user)
  if (!organizations) return workers
  const seen = world.withSubordinates(organizations)
  const visible = workers.filter((worker) => world.organizationsOf(worker, asOf).some((id) => seen.has(id)))
  const { access } = world.port
  for (const id of organizations) {
    access.needed(userHolder(user), NEED.organization, world.organizations.find(id)?.reference ?? id, 'used')
  }
  if (visible.length < workers.length) {
    access.needed(userHolder(user), NEED.organization, 'workers of other organizations', 'left out')
  }
  return visible
}
