import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { recentOf } from '../records/recent.js'
import { renderRecord } from '../records/render.js'

/**
 * What the user looked at last, the newest first. At most 200, or `limit`.
 * @throws INVALID_FIELD (400) for a limit that is no number @unverified
 * @source facts A4 (read 2026-11-23)
 */
export const listRecent = behaviour('GET /services/data/{version}/recent', ({ params, query, call }, world) => {
  const actor = actorOf(call, world, params.version)
  const limit = query.limit === undefined ? 200 : Number(query.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > 2000) throw fail(400, 'INVALID_FIELD', 'limit must be 1 to 2000')
  return recentOf(world, actor.userId, limit).flatMap(({ object: name, id }) => {
    const object = world.catalogue.object(name)
    const row = object && world.live(name, id)
    if (!object || !row || !actor.access.quiet.readsObject(object)) return []
    const shown = object.fields.filter((field) => field.nameField || field.name === 'Id')
    return [renderRecord(world, actor, object, row, params.version, shown)]
  })
})
