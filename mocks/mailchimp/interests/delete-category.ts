import { behaviour } from '../api.js'
import { removeInterest } from './delete-interest.js'
import { findCategory } from './interest.js'

/** Deletes a category with its interests. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interest-categories/delete-interest-category/ (read 2026-11) */
export const deleteCategory = behaviour(
  'DELETE /3.0/lists/{list_id}/interest-categories/{interest_category_id}',
  ({ params }, world) => {
    const { id } = findCategory(world, params.list_id, params.interest_category_id)
    for (const interest of world.interests.where('parent', id)) removeInterest(world, interest)
    world.interestCategories.delete(id)
  },
)
