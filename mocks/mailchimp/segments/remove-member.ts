import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { findMember } from '../members/member.js'
import { keyOf } from '../resources/row.js'
import { findSegment } from './segment.js'

/** @throws ResourceNotFound (404), InvalidAction (400) for a segment of conditions  @source https://mailchimp.com/developer/marketing/api/list-segment-members/remove-list-member-from-segment/ (read 2026-11) */
export const removeMember = behaviour(
  'DELETE /3.0/lists/{list_id}/segments/{segment_id}/members/{subscriber_hash}',
  ({ params }, world) => {
    const segment = findSegment(world, params.list_id, params.segment_id)
    if (segment.type !== 'static') throw problem('InvalidAction')
    const member = findMember(world, segment.parent, params.subscriber_hash)
    if (!world.segmentMembers.delete(keyOf(segment.id, member.hash))) throw problem('ResourceNotFound')
  },
)
