import { behaviour } from '../api.js'
import { merged } from '../resources/merge.js'
import { permissions } from './create.js'
import { findList, renderList } from './list.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/lists/update-lists/ (read 2026-11) */
export const update = behaviour('PATCH /3.0/lists/{list_id}', ({ params, body, call }, world) => {
  const list = findList(world, params.list_id)
  const settings = merged(list.settings, body)
  const asks = settings.marketing_permissions && list.permissions.length === 0
  const changed = world.lists.put({ ...list, settings, ...(asks && { permissions: permissions(world) }) })
  return renderList(world, changed, call.origin)
})
