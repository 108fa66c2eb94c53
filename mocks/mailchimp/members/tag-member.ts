import { behaviour } from '../api.js'
import { findMember } from './member.js'
import { addTag, removeTag } from './tags.js'

/** Gives tags and takes them; a tag that is not there yet is made. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-member-tags/add-or-remove-member-tags/ (read 2026-11) */
export const tagMember = behaviour(
  'POST /3.0/lists/{list_id}/members/{subscriber_hash}/tags',
  ({ params, body }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    for (const { name = '', status } of body.tags) {
      if (status === 'inactive') removeTag(world, member, name)
      else addTag(world, member, name)
    }
    world.members.put({ ...member, changed: world.now() })
  },
)
