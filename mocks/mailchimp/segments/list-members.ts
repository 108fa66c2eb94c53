import { behaviour } from '../api.js'
import { renderMember } from '../members/render.js'
import { linksOf } from '../resources/links.js'
import { windowed } from '../resources/paging.js'
import { findSegment, membersOf } from './segment.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-segment-members/list-members-in-segment/ (read 2026-11) */
export const listMembers = behaviour(
  'GET /3.0/lists/{list_id}/segments/{segment_id}/members',
  ({ params, query, call }, world) => {
    const segment = findSegment(world, params.list_id, params.segment_id)
    const members = membersOf(world, segment, query)
    const template = '/3.0/lists/{list_id}/segments/{segment_id}/members'
    return {
      members: windowed(members, query).map((member) => renderMember(world, member, call.origin)),
      total_items: members.length,
      _links: linksOf(world.description, call.origin, template, [segment.parent, String(segment.segmentId)]),
    }
  },
)
