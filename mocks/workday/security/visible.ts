import type { AsOf } from '../history/fact.js'
import type { WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'

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
  return workers.filter((worker) => world.organizationsOf(worker, asOf).some((id) => seen.has(id)))
}
