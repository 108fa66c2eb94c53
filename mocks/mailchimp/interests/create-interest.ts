import { behaviour } from '../api.js'
import { keyOf } from '../resources/row.js'
import { findCategory, renderInterest } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interests/add-interest-in-category/ (read 2026-11) */
export const createInterest = behaviour(
  'POST /3.0/lists/{list_id}/interest-categories/{interest_category_id}/interests',
  ({ params, body, call }, world) => {
    const category = findCategory(world, params.list_id, params.interest_category_id)
    const interestId = world.port.random.hex(10)
    const row = world.interests.insert({
      id: keyOf(category.id, interestId),
      parent: category.id,
      list: category.parent,
      interestId,
      name: body.name,
      displayOrder: body.display_order ?? world.interests.count('parent', category.id) + 1,
    })
    return renderInterest(world, row, call.origin)
  },
)
