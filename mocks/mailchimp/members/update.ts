import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { findMember } from './member.js'
import { renderMember } from './render.js'
import { saveMember } from './save.js'

/**
 * Changes somebody; with another address they move to another hash.
 * @throws ResourceNotFound (404), MemberExists, MemberInComplianceState, InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/list-members/update-list-member/ (read 2026-11)
 */
export const update = behaviour(
  'PATCH /3.0/lists/{list_id}/members/{subscriber_hash}',
  ({ params, query, body, call }, world) => {
    const list = findList(world, params.list_id)
    const before = findMember(world, list.id, params.subscriber_hash)
    const options = { by: 'api', origin: call.origin, skipMergeValidation: query.skip_merge_validation } as const
    return renderMember(world, saveMember(world, list, before, body, options), call.origin)
  },
)
