import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { findMember } from '../members/member.js'
import { renderMember } from '../members/render.js'
import { addToSegment, findSegment } from './segment.js'

/** @throws ResourceNotFound (404), InvalidAction (400) for a segment of conditions  @source https://mailchimp.com/developer/marketing/api/list-segment-members/add-member-to-segment/ (read 2026-11) */
export const addMember = behaviour(
  'POST /3.0/lists/{list_id}/segments/{segment_id}/members',
  ({ params, body, call }, world) => {
    const segment = findSegment(world, params.list_id, params.segment_id)
    if (segment.type !== 'static') throw problem('InvalidAction')
    const member = findMember(world, segment.parent, body.email_address)
    addToSegment(world, segment, member)
    return renderMember(world, member, call.origin)
  },
)
