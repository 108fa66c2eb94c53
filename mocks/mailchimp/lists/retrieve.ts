import { behaviour } from '../api.js'
import { findList, renderList } from './list.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/lists/get-list-info/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/lists/{list_id}', ({ params, call }, world) =>
  renderList(world, findList(world, params.list_id), call.origin),
)
