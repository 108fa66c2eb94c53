import { behaviour } from '../api.js'
import { findSegment, renderSegment } from './segment.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-segments/get-segment-info/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/lists/{list_id}/segments/{segment_id}', ({ params, query, call }, world) =>
  renderSegment(world, findSegment(world, params.list_id, params.segment_id), call.origin, query),
)
