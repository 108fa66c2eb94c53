import { behaviour } from '../api.js'
import { findCategory, renderCategory } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interest-categories/update-interest-category/ (read 2026-11) */
export const updateCategory = behaviour(
  'PATCH /3.0/lists/{list_id}/interest-categories/{interest_category_id}',
  ({ params, body, call }, world) => {
    const row = findCategory(world, params.list_id, params.interest_category_id)
    const { title = row.title, type = row.type, display_order: displayOrder = row.displayOrder } = body
    return renderCategory(world, world.interestCategories.put({ ...row, title, type, displayOrder }), call.origin)
  },
)
