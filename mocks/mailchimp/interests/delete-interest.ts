import { behaviour } from '../api.js'
import type { MailchimpWorld } from '../world.js'
import { findInterest, type Interest } from './interest.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/interests/delete-interest-in-category/ (read 2026-11) */
export const deleteInterest = behaviour(
  'DELETE /3.0/lists/{list_id}/interest-categories/{interest_category_id}/interests/{interest_id}',
  ({ params }, world) => {
    const { list_id: list, interest_category_id: category, interest_id: interest } = params
    removeInterest(world, findInterest(world, list, category, interest))
  },
)

/** Takes an interest away, from its members too. */
export function removeInterest(world: MailchimpWorld, interest: Interest): void {
  for (const member of world.members.where('parent', interest.list)) {
    const { [interest.interestId]: had, ...interests } = member.interests
    if (had !== undefined) world.members.put({ ...member, interests })
  }
  world.interests.delete(interest.id)
}
