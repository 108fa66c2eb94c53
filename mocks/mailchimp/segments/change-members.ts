import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { lookUpMember, type Member } from '../members/member.js'
import { renderMember } from '../members/render.js'
import { keyOf } from '../resources/row.js'
import { addToSegment, findSegment } from './segment.js'

/**
 * Puts many into a static segment and takes others out; whom the audience does not have is told, and the rest is done.
 * @throws ResourceNotFound (404), InvalidAction (400) for a segment of conditions
 * @source https://mailchimp.com/developer/marketing/api/list-segments/batch-add-or-remove-members/ (read 2026-11); @unverified wording of errors
 */
export const changeMembers = behaviour(
  'POST /3.0/lists/{list_id}/segments/{segment_id}',
  ({ params, body, call }, world) => {
    const segment = findSegment(world, params.list_id, params.segment_id)
    if (segment.type !== 'static') throw problem('InvalidAction')
    const unknown: string[] = []
    const found = (addresses: readonly string[] = []): Member[] =>
      addresses.flatMap((email) => {
        const member = lookUpMember(world, segment.parent, email)
        if (!member) unknown.push(email)
        return member ?? []
      })
    const added = found(body.members_to_add)
    const removed = found(body.members_to_remove)
    for (const member of added) addToSegment(world, segment, member)
    for (const member of removed) world.segmentMembers.delete(keyOf(segment.id, member.hash))
    world.segments.put({ ...segment, updated: world.now() })
    return {
      members_added: added.map((member) => renderMember(world, member, call.origin)),
      members_removed: removed.map((member) => renderMember(world, member, call.origin)),
      errors:
        unknown.length > 0 ? [{ email_addresses: unknown, error: 'Email addresses do not exist in the list' }] : [],
      total_added: added.length,
      total_removed: removed.length,
      error_count: unknown.length,
      _links: [],
    }
  },
)
