import { reply } from '../../../src/engine/kit.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { renderRecord } from '../records/render.js'
import { recordOf } from '../records/save.js'
import { tagHeaders, tagOfRow, unchanged } from './conditional.js'
import { fieldsAsked, subjectOf } from './subject.js'

/**
 * Retrieves a record by its id of 15 or 18 characters: all its fields, or those asked for.
 * @throws NOT_FOUND, ENTITY_IS_DELETED (404), INVALID_FIELD (400), PRECONDITION_FAILED (412)
 * @source facts A3, A4 (read 2026-11-23)
 */
export const retrieve = behaviour(
  'GET /services/data/{version}/sobjects/{sobject}/{id}',
  ({ params, query, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    const row = recordOf(world, actor, object, params.id)
    const tag = tagOfRow(row)
    const body = renderRecord(world, actor, object, row, params.version, fieldsAsked(actor, object, query))
    return unchanged(call, tag) ?? reply({ headers: headersOf(object.name, tag), body })
  },
)

/** Only an account has an entity tag. @source facts A3 (read 2026-11-23) @unverified */
export function headersOf(objectName: string, tag: Parameters<typeof tagHeaders>[0]): Record<string, string> {
  const { ETag, ...rest } = tagHeaders(tag)
  return objectName === 'Account' && ETag ? { ETag, ...rest } : rest
}
