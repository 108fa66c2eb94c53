import { behaviour } from '../api.js'
import { windowed } from '../resources/paging.js'
import { findMember } from './member.js'

/** The newest first. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-member-events/list-member-events/ (read 2026-11) */
export const listEvents = behaviour(
  'GET /3.0/lists/{list_id}/members/{subscriber_hash}/events',
  ({ params, query }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    const events = world.memberEvents.where('parent', member.id).reverse()
    return {
      events: windowed(events, query).map(({ name, occurred, properties }) => ({
        name,
        occurred_at: occurred,
        properties,
      })),
      total_items: events.length,
    }
  },
)
