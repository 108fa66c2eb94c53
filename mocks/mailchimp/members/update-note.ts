import { behaviour } from '../api.js'
import { findMember } from './member.js'
import { findNote, renderNote } from './note.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-member-notes/update-note/ (read 2026-11) */
export const updateNote = behaviour(
  'PATCH /3.0/lists/{list_id}/members/{subscriber_hash}/notes/{note_id}',
  ({ params, body, call }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    const row = findNote(world, member, params.note_id)
    const changed = world.notes.put({ ...row, note: body.note ?? row.note, updated: world.now() })
    return renderNote(world, member, changed, call.origin)
  },
)
