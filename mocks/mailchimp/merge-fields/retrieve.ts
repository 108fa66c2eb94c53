import { behaviour } from '../api.js'
import { findMergeField, renderMergeField } from './merge-field.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-merges/get-merge-field/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/lists/{list_id}/merge-fields/{merge_id}', ({ params, call }, world) =>
  renderMergeField(world, findMergeField(world, params.list_id, params.merge_id), call.origin),
)
