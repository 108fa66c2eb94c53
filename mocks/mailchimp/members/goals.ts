import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { findMember } from './member.js'

/** What somebody did on a site with the account's goal script: nothing reports that here. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-members/ (read 2026-11) */
export const goals = behaviour(
  'GET /3.0/lists/{list_id}/members/{subscriber_hash}/goals',
  ({ params, call }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    const template = '/3.0/lists/{list_id}/members/{subscriber_hash}/goals'
    return {
      goals: [],
      list_id: member.parent,
      email_id: member.hash,
      total_items: 0,
      _links: linksOf(world.description, call.origin, template, [member.parent, member.hash]),
    }
  },
)
