import { behaviour } from '../api.js'
import { findMember } from './member.js'
import { renderMember } from './render.js'

/** By hash, address or contact id. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-members/get-member-info/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/lists/{list_id}/members/{subscriber_hash}', ({ params, call }, world) =>
  renderMember(world, findMember(world, params.list_id, params.subscriber_hash), call.origin),
)
