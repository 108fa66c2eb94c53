import { behaviour } from '../api.js'
import { findInterest, renderInterest } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interests/update-interest-in-category/ (read 2026-11) */
export const updateInterest = behaviour(
  'PATCH /3.0/lists/{list_id}/interest-categories/{interest_category_id}/interests/{interest_id}',
  ({ params, body, call }, world) => {
    const row = findInterest(world, params.list_id, params.interest_category_id, params.interest_id)
    const { name = row.name, display_order: displayOrder = row.displayOrder } = body
    return renderInterest(world, world.interests.put({ ...row, name, displayOrder }), call.origin)
  },
)
