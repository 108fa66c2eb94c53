import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { lookUpMember } from './member.js'
import { renderMember } from './render.js'
import { saveMember } from './save.js'

/**
 * Changes somebody, or puts them in with `status_if_new`. Who is in the archive counts as new.
 * @throws ResourceNotFound (404), MemberInComplianceState, ForgottenEmailNotSubscribed, InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/ (read 2026-11)
 */
export const upsert = behaviour(
  'PUT /3.0/lists/{list_id}/members/{subscriber_hash}',
  ({ params, query, body, call }, world) => {
    const list = findList(world, params.list_id)
    const before =
      lookUpMember(world, list.id, params.subscriber_hash) ?? lookUpMember(world, list.id, body.email_address)
    const isNew = !before || before.status === 'archived'
    const status = isNew ? (body.status_if_new ?? body.status) : body.status
    const options = { by: 'api', origin: call.origin, skipMergeValidation: query.skip_merge_validation } as const
    return renderMember(world, saveMember(world, list, before, { ...body, status }, options), call.origin)
  },
)
