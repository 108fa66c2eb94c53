import { reply } from '../../../src/engine/kit.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { recordOf, updateRecord } from '../records/save.js'
import { checkPrecondition, tagOfRow } from './conditional.js'
import { filesOf } from './multipart.js'
import { recordBody, subjectOf } from './subject.js'

/**
 * Changes a record.
 * @throws NOT_FOUND, ENTITY_IS_DELETED (404), PRECONDITION_FAILED (412) and those of saving (400)
 * @emits <Object>.updated
 * @source facts A4 (read 2026-11-23)
 */
export const update = behaviour(
  'PATCH /services/data/{version}/sobjects/{sobject}/{id}',
  ({ params, body, call }, world) => {
    const actor = actorOf(call, world, params.version)
    const object = subjectOf(world, actor, params.sobject)
    checkPrecondition(call, tagOfRow(recordOf(world, actor, object, params.id)))
    updateRecord(world, actor, object, params.id, filesOf(recordBody(body), call.header('content-type')))
    return reply({ status: 204 })
  },
)
