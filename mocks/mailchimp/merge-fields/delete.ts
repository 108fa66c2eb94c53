import { behaviour } from '../api.js'
import { findMergeField } from './merge-field.js'

/** Deletes a merge field with what members have in it. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-merges/delete-merge-field/ (read 2026-11) */
export const remove = behaviour('DELETE /3.0/lists/{list_id}/merge-fields/{merge_id}', ({ params }, world) => {
  const { id, parent, settings } = findMergeField(world, params.list_id, params.merge_id)
  for (const member of world.members.where('parent', parent)) {
    const { [settings.tag]: value, ...mergeFields } = member.mergeFields
    if (value !== undefined) world.members.put({ ...member, mergeFields })
  }
  world.mergeFields.delete(id)
})
