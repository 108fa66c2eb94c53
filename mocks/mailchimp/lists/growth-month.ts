import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { monthOf } from './growth-history.js'
import { findList } from './list.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-growth-history/get-growth-history-by-month/ (read 2026-11) */
export const growthMonth = behaviour('GET /3.0/lists/{list_id}/growth-history/{month}', ({ params, call }, world) => {
  const list = findList(world, params.list_id)
  const month = monthOf(world, list, params.month)
  const template = '/3.0/lists/{list_id}/growth-history/{month}'
  return { ...month, _links: linksOf(world.description, call.origin, template, [list.id, month.month]) }
})
