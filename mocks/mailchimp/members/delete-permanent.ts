import { behaviour } from '../api.js'
import { eraseMember } from './erase.js'
import { findMember } from './member.js'

/**
 * Deletes somebody with all that is known of them. They cannot be imported again: only a form of the vendor's brings them back.
 * @throws ResourceNotFound (404)
 * @source https://mailchimp.com/developer/marketing/api/list-members/delete-list-member/ (read 2026-11)
 */
export const deletePermanent = behaviour(
  'POST /3.0/lists/{list_id}/members/{subscriber_hash}/actions/delete-permanent',
  ({ params }, world) => eraseMember(world, findMember(world, params.list_id, params.subscriber_hash)),
)
