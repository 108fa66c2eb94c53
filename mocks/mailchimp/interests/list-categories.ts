import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { linksOf } from '../resources/links.js'
import { listRows } from '../resources/paging.js'
import { renderCategory } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interest-categories/list-interest-categories/ (read 2026-11) */
export const listCategories = behaviour(
  'GET /3.0/lists/{list_id}/interest-categories',
  ({ params, query, call }, world) => {
    const { id } = findList(world, params.list_id)
    const { type } = query
    const filter = type === undefined ? undefined : (row: { type: string }) => row.type === type
    const { rows, total } = listRows(world.interestCategories, id, query, filter)
    return {
      list_id: id,
      categories: rows.map((row) => renderCategory(world, row, call.origin)),
      total_items: total,
      _links: linksOf(world.description, call.origin, '/3.0/lists/{list_id}/interest-categories', [id]),
    }
  },
)
