import { behaviour } from '../api.js'
import { findInterest, renderInterest } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interests/get-interest-in-category/ (read 2026-11) */
export const retrieveInterest = behaviour(
  'GET /3.0/lists/{list_id}/interest-categories/{interest_category_id}/interests/{interest_id}',
  ({ params, call }, world) => {
    const { list_id: list, interest_category_id: category, interest_id: interest } = params
    return renderInterest(world, findInterest(world, list, category, interest), call.origin)
  },
)
