import { reply } from '../../../src/engine/kit.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { insertRecord } from '../records/save.js'
import { filesOf } from './multipart.js'
import { recordBody, subjectOf } from './subject.js'

/**
 * Creates a record. A file may come with it, as base64 text or as a part of its own (multipart/form-data).
 * @throws NOT_FOUND (404), REQUIRED_FIELD_MISSING, INVALID_FIELD, STRING_TOO_LONG, DUPLICATE_VALUE and others of saving (400)
 * @emits <Object>.created
 * @source facts A4 (read 2026-11-23)
 */
export const create = behaviour('POST /services/data/{version}/sobjects/{sobject}', ({ params, body, call }, world) => {
  const actor = actorOf(call, world, params.version)
  const object = subjectOf(world, actor, params.sobject)
  const values = filesOf(recordBody(body), call.header('content-type'))
  const { id } = insertRecord(world, actor, object, values)
  return reply({
    status: 201,
    headers: { Location: `/services/data/${params.version}/sobjects/${object.name}/${id}` },
    body: { id, success: true, errors: [] },
  })
})
