import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { lookUpMember } from './member.js'
import { renderMember } from './render.js'
import { memberExists, saveMember } from './save.js'

/**
 * Puts somebody into an audience. Who is in the archive comes back.
 * @throws ResourceNotFound (404), MemberExists, MemberInComplianceState, ForgottenEmailNotSubscribed, InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/list-members/add-member-to-list/ (read 2026-11)
 */
export const create = behaviour('POST /3.0/lists/{list_id}/members', ({ params, query, body, call }, world) => {
  const list = findList(world, params.list_id)
  const before = lookUpMember(world, list.id, body.email_address)
  if (before && before.status !== 'archived') throw memberExists(body.email_address)
  const options = { by: 'api', origin: call.origin, skipMergeValidation: query.skip_merge_validation } as const
  return renderMember(world, saveMember(world, list, before, body, options), call.origin)
})
