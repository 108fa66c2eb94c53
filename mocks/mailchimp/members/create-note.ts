import { behaviour } from '../api.js'
import { keyOf } from '../resources/row.js'
import { findMember } from './member.js'
import { renderNote } from './note.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-member-notes/add-member-note/ (read 2026-11) */
export const createNote = behaviour(
  'POST /3.0/lists/{list_id}/members/{subscriber_hash}/notes',
  ({ params, body, call }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    const noteId = world.nextNumber('note')
    const now = world.now()
    const row = world.notes.insert({
      id: keyOf(member.id, String(noteId)),
      parent: member.id,
      noteId,
      created: now,
      updated: now,
      createdBy: world.account.name,
      note: body.note ?? '',
    })
    return renderNote(world, member, row, call.origin)
  },
)
