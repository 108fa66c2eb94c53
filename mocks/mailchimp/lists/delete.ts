import { behaviour } from '../api.js'
import { removeBelow } from '../resources/remove-below.js'
import { findList } from './list.js'

/** Deletes an audience with all that is in it. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/lists/delete-list/ (read 2026-11) */
export const remove = behaviour('DELETE /3.0/lists/{list_id}', ({ params }, world) => {
  const { id } = findList(world, params.list_id)
  removeBelow(world, 'lists', id)
  world.lists.delete(id)
})
