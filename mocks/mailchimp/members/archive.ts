import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import type { MailchimpWorld } from '../world.js'
import { findMember, type Member } from './member.js'

/**
 * Puts somebody into the archive, from where they can come back. Who is there already cannot be put there again.
 * @throws ResourceNotFound (404), MethodNotAllowed (405)
 * @source https://mailchimp.com/developer/marketing/api/list-members/archive-list-member/ (read 2026-11); @unverified that archiving tells of an unsubscription with action=delete
 */
export const archive = behaviour('DELETE /3.0/lists/{list_id}/members/{subscriber_hash}', ({ params }, world) =>
  archiveMember(world, findMember(world, params.list_id, params.subscriber_hash)),
)

/** @throws MethodNotAllowed (405) for who is there already */
export function archiveMember(world: MailchimpWorld, member: Member): void {
  if (member.status === 'archived') throw problem('MethodNotAllowed')
  const archived = world.members.put({
    ...member,
    status: 'archived',
    standing: `${member.parent}/archived`,
    changed: world.now(),
  })
  if (member.status === 'subscribed') {
    world.port.emit('unsubscribe', archived, { by: 'api', action: 'delete', reason: 'manual' })
  }
}
