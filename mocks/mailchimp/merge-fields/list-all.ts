import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { linksOf } from '../resources/links.js'
import { listRows } from '../resources/paging.js'
import { renderMergeField } from './merge-field.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-merges/list-merge-fields/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/lists/{list_id}/merge-fields', ({ params, query, call }, world) => {
  const { id } = findList(world, params.list_id)
  const { type, required } = query
  const { rows, total } = listRows(world.mergeFields, id, query, ({ settings }) => {
    if (type !== undefined && settings.type !== type) return false
    return required === undefined || settings.required === required
  })
  return {
    merge_fields: rows.map((field) => renderMergeField(world, field, call.origin)),
    list_id: id,
    total_items: total,
    _links: linksOf(world.description, call.origin, '/3.0/lists/{list_id}/merge-fields', [id]),
  }
})
