import { behaviour } from '../api.js'
import { lookUpMember } from '../members/member.js'
import { addToSegment, findSegment, renderSegment } from './segment.js'

/** A list of addresses takes the place of the one before. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-segments/update-segment/ (read 2026-11) */
export const update = behaviour('PATCH /3.0/lists/{list_id}/segments/{segment_id}', ({ params, body, call }, world) => {
  const before = findSegment(world, params.list_id, params.segment_id)
  const { name, options = before.options, static_segment: addresses } = body
  const type = body.options === undefined ? before.type : 'saved'
  const segment = world.segments.put({ ...before, name, options, type, updated: world.now() })
  if (addresses) {
    for (const { id } of world.segmentMembers.where('parent', segment.id)) world.segmentMembers.delete(id)
    for (const email of addresses) {
      const member = lookUpMember(world, segment.parent, email)
      if (member) addToSegment(world, segment, member)
    }
  }
  return renderSegment(world, segment, call.origin)
})
