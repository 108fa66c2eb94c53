import { behaviour } from '../api.js'
import { findMember } from './member.js'
import { findNote } from './note.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-member-notes/delete-note/ (read 2026-11) */
export const deleteNote = behaviour(
  'DELETE /3.0/lists/{list_id}/members/{subscriber_hash}/notes/{note_id}',
  ({ params }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    world.notes.delete(findNote(world, member, params.note_id).id)
  },
)
