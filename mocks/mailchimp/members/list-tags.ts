import { behaviour } from '../api.js'
import { windowed } from '../resources/paging.js'
import { findMember } from './member.js'
import { tagsOf } from './tags.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-member-tags/list-member-tags/ (read 2026-11) */
export const listTags = behaviour(
  'GET /3.0/lists/{list_id}/members/{subscriber_hash}/tags',
  ({ params, query }, world) => {
    const tags = tagsOf(world, findMember(world, params.list_id, params.subscriber_hash))
    return { tags: windowed(tags, query), total_items: tags.length }
  },
)
