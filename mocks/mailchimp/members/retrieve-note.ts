import { behaviour } from '../api.js'
import { findMember } from './member.js'
import { findNote, renderNote } from './note.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-member-notes/get-member-note/ (read 2026-11) */
export const retrieveNote = behaviour(
  'GET /3.0/lists/{list_id}/members/{subscriber_hash}/notes/{note_id}',
  ({ params, call }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    return renderNote(world, member, findNote(world, member, params.note_id), call.origin)
  },
)
