import { accessOfUser } from '../access/access.js'
import { behaviour } from '../api.js'
import { callerOf } from '../auth.js'

/**
 * How many records objects have, about; those without any are left out. `sObjects` names some, comma-separated.
 * @throws INVALID_SESSION_ID (401)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_record_count.htm (read 2026-11)
 */
export const recordCount = behaviour('GET /services/data/{version}/limits/recordCount', ({ query, call }, world) => {
  const { sObjects } = query as { sObjects?: string }
  const access = accessOfUser(world, callerOf(call).session.userId).quiet
  const wanted = sObjects
    ?.split(',')
    .map((name) => world.catalogue.object(name.trim()))
    .filter((object) => object !== undefined)
  const counted = (wanted ?? world.catalogue.objects())
    .filter((object) => access.readsObject(object))
    .map(({ name }) => ({ count: world.records(name).size, name }))
  return { sObjects: counted.filter(({ count }) => count > 0).sort((a, b) => (a.name < b.name ? -1 : 1)) }
})
