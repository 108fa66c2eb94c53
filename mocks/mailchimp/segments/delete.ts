import { behaviour } from '../api.js'
import { findSegment } from './segment.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-segments/delete-segment/ (read 2026-11) */
export const remove = behaviour('DELETE /3.0/lists/{list_id}/segments/{segment_id}', ({ params }, world) => {
  const { id } = findSegment(world, params.list_id, params.segment_id)
  for (const row of world.segmentMembers.where('parent', id)) world.segmentMembers.delete(row.id)
  world.segments.delete(id)
})
