import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { keyOf } from '../resources/row.js'
import { renderCategory } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interest-categories/add-interest-category/ (read 2026-11) */
export const createCategory = behaviour(
  'POST /3.0/lists/{list_id}/interest-categories',
  ({ params, body, call }, world) => {
    const { id } = findList(world, params.list_id)
    const categoryId = world.port.random.hex(10)
    const row = world.interestCategories.insert({
      id: keyOf(id, categoryId),
      parent: id,
      categoryId,
      title: body.title,
      displayOrder: body.display_order ?? world.interestCategories.count('parent', id),
      type: body.type,
    })
    return renderCategory(world, row, call.origin)
  },
)
