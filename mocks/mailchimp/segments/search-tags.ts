import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'

/** Tags whose name begins so. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-tags/search-for-tags-on-a-list-by-name/ (read 2026-11) */
export const searchTags = behaviour('GET /3.0/lists/{list_id}/tag-search', ({ params, query }, world) => {
  const { id } = findList(world, params.list_id)
  const start = (query.name ?? '').toLowerCase()
  const tags = world.segments
    .where('parent', id)
    .filter(({ type, name }) => type === 'static' && name.toLowerCase().startsWith(start))
    .map(({ segmentId, name }) => ({ id: segmentId, name }))
  return { tags, total_items: tags.length }
})
