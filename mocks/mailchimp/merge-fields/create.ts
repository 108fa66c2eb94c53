import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { insertMergeField, renderMergeField } from './merge-field.js'

/** @throws ResourceNotFound (404), InvalidResource (400)  @source https://mailchimp.com/developer/marketing/api/list-merges/add-merge-field/ (read 2026-11) */
export const create = behaviour('POST /3.0/lists/{list_id}/merge-fields', ({ params, body, call }, world) => {
  const { id } = findList(world, params.list_id)
  return renderMergeField(world, insertMergeField(world, id, body), call.origin)
})
