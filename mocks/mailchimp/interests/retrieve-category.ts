import { behaviour } from '../api.js'
import { findCategory, renderCategory } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interest-categories/get-interest-category-info/ (read 2026-11) */
export const retrieveCategory = behaviour(
  'GET /3.0/lists/{list_id}/interest-categories/{interest_category_id}',
  ({ params, call }, world) =>
    renderCategory(world, findCategory(world, params.list_id, params.interest_category_id), call.origin),
)
