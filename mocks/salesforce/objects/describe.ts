import { reply } from '../../../src/engine/kit.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { recentOf } from '../records/recent.js'
import { renderRecord } from '../records/render.js'
import type { SalesforceWorld } from '../world.js'
import { tagHeaders, tagOfText, unchanged } from './conditional.js'
import { describeBriefly, describeFully } from './describe-object.js'
import { subjectOf } from './subject.js'

/** Metadata is as old as the org. */
function madeAt(world: SalesforceWorld): number {
  return Date.parse(String(world.org.CreatedDate).replace('+0000', 'Z'))
}

/**
 * Describes all objects briefly. 304 where the client has it (If-Modified-Since).
 * @throws PRECONDITION_FAILED (412)
 * @source facts A3, A4 (read 2026-11-23)
 */
export const describeGlobal = behaviour('GET /services/data/{version}/sobjects', ({ params, call }, world) => {
  const actor = actorOf(call, world, params.version)
  const tag = tagOfText(`global ${params.version} ${actor.userId}`, madeAt(world))
  const sobjects = world.catalogue
    .objects()
    .filter((object) => actor.access.quiet.readsObject(object))
    .map((object) => describeBriefly(object, actor, params.version))
  const body = { encoding: 'UTF-8', maxBatchSize: 200, sobjects }
  return unchanged(call, tag) ?? reply({ headers: tagHeaders(tag), body })
})

/**
 * Describes an object briefly, with the records of it that the user looked at last.
 * @throws NOT_FOUND (404), PRECONDITION_FAILED (412)
 * @source facts A4 (read 2026-11-23)
 */
export const basicInformation = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}',
  ({ params, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    const name = object.fields.find(({ nameField }) => nameField)
    const id = object.field('Id')
    const shown = [id, name].filter((field) => field !== undefined)
    const recentItems = recentOf(world, actor.userId, 200, object.name).flatMap((recent) => {
      const row = world.live(object.name, recent.id)
      return row ? [renderRecord(world, actor, object, row, params.version, shown)] : []
    })
    return { objectDescribe: describeBriefly(object, actor, params.version), recentItems }
  },
)

/**
 * Describes an object with its fields, picklists and children. 304 where the client has it (If-Modified-Since, If-None-Match).
 * @throws NOT_FOUND (404), PRECONDITION_FAILED (412)
 * @source facts A3, A4 (read 2026-11-23)
 */
export const describe = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/describe',
  ({ params, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    const body = describeFully(object, actor, params.version, call.origin)
    const tag = tagOfText(JSON.stringify(body), madeAt(world))
    return unchanged(call, tag) ?? reply({ headers: tagHeaders(tag), body })
  },
)
