import type { Actor } from '../access/access.js'
import { fullAccess } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { fail } from '../errors.js'
import { allowance } from '../limits/allowances.js'
import type { SalesforceWorld } from '../world.js'

/** Objects whose rows are about somebody and something. */
const ACTIVITIES = new Set(['Task', 'Event'])

/**
 * Who may see everything may ask for all activities; for others each person and each thing would have to be looked at first.
 * @throws OPERATION_TOO_LARGE (403)
 * @source facts A9 (read 2026-11-23) @unverified which rows count
 */
export function checkActivities(world: SalesforceWorld, { access }: Pick<Actor, 'access'>, object: SObject): void {
  if (!ACTIVITIES.has(object.name) || access.quiet === fullAccess) return
  const most = allowance(world, 'DistinctWhoWhat')
  const table = world.records(object.name)
  if (table.size * 2 <= most) return
  const seen = new Set<unknown>()
  for (const { WhoId, WhatId } of table.all()) {
    if (WhoId) seen.add(WhoId)
    if (WhatId) seen.add(WhatId)
  }
  if (seen.size > most) throw fail(403, 'OPERATION_TOO_LARGE', `exceeded ${most} distinct who/what's`)
}
