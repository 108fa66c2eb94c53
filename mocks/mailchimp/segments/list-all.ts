import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { linksOf } from '../resources/links.js'
import { windowed, within } from '../resources/paging.js'
import { renderSegment } from './segment.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-segments/list-segments/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/lists/{list_id}/segments', ({ params, query, call }, world) => {
  const { id } = findList(world, params.list_id)
  const rows = world.segments
    .where('parent', id)
    .filter(({ type }) => query.type === undefined || type === query.type)
    .filter(({ created }) => within(created, query.since_created_at, query.before_created_at))
    .filter(({ updated }) => within(updated, query.since_updated_at, query.before_updated_at))
  return {
    segments: windowed(rows, query).map((segment) => renderSegment(world, segment, call.origin, query)),
    list_id: id,
    total_items: rows.length,
    _links: linksOf(world.description, call.origin, '/3.0/lists/{list_id}/segments', [id]),
  }
})
