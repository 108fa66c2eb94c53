import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { listRows } from '../resources/paging.js'
import { findCategory, renderInterest } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interests/list-interests-in-category/ (read 2026-11) */
export const listInterests = behaviour(
  'GET /3.0/lists/{list_id}/interest-categories/{interest_category_id}/interests',
  ({ params, query, call }, world) => {
    const category = findCategory(world, params.list_id, params.interest_category_id)
    const { rows, total } = listRows(world.interests, category.id, query)
    const template = '/3.0/lists/{list_id}/interest-categories/{interest_category_id}/interests'
    return {
      interests: rows.map((row) => renderInterest(world, row, call.origin)),
      list_id: category.parent,
      category_id: category.categoryId,
      total_items: total,
      _links: linksOf(world.description, call.origin, template, [category.parent, category.categoryId]),
    }
  },
)
