import { behaviour } from '../api.js'
import { invalidResource } from '../errors.js'
import { keyOf } from '../resources/row.js'
import { findMember } from './member.js'

/**
 * Notes what somebody did elsewhere: a name of 2 to 30 letters, digits and underscores.
 * @throws ResourceNotFound (404), InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/list-member-events/add-event/ (read 2026-11); @unverified wording
 */
export const addEvent = behaviour(
  'POST /3.0/lists/{list_id}/members/{subscriber_hash}/events',
  ({ params, body }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    if (!/^[\w-]{2,30}$/.test(body.name)) {
      throw invalidResource([{ field: 'name', message: 'Event names have 2 to 30 letters, digits and underscores.' }])
    }
    world.memberEvents.insert({
      id: keyOf(member.id, String(world.nextNumber('event'))),
      parent: member.id,
      name: body.name,
      occurred: body.occurred_at ?? world.now(),
      properties: { ...body.properties },
    })
  },
)
