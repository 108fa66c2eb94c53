import { reply } from '../../../src/engine/kit.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { deleteRecord } from '../records/delete.js'
import { recordOf } from '../records/save.js'
import { checkPrecondition, tagOfRow } from './conditional.js'
import { subjectOf } from './subject.js'

/**
 * Puts a record into the recycle bin, with what belongs to it.
 * @throws NOT_FOUND, ENTITY_IS_DELETED (404), DELETE_FAILED (400), PRECONDITION_FAILED (412)
 * @emits <Object>.deleted
 * @source facts A4, A9 (read 2026-11-23)
 */
export const remove = behaviour(
  'DELETE /services/data/{version}/sobjects/{sobject}/{id}',
  ({ params, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    checkPrecondition(call, tagOfRow(recordOf(world, actor, object, params.id)))
    deleteRecord(world, actor, object, params.id)
    return reply({ status: 204 })
  },
)
