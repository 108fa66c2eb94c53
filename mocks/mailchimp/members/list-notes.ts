import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { sorted, windowed } from '../resources/paging.js'
import { findMember } from './member.js'
import { renderNote } from './note.js'

/** The newest first, unless told otherwise. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-member-notes/list-recent-member-notes/ (read 2026-11) */
export const listNotes = behaviour(
  'GET /3.0/lists/{list_id}/members/{subscriber_hash}/notes',
  ({ params, query, call }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    const { sort_field: field, sort_dir: direction = 'DESC' } = query
    const rows = sorted(
      world.notes.where('parent', member.id),
      (row) => (field === 'updated_at' ? row.updated : row.noteId),
      direction,
    )
    const template = '/3.0/lists/{list_id}/members/{subscriber_hash}/notes'
    return {
      notes: windowed(rows, query).map((row) => renderNote(world, member, row, call.origin)),
      email_id: member.hash,
      list_id: member.parent,
      total_items: rows.length,
      _links: linksOf(world.description, call.origin, template, [member.parent, member.hash]),
    }
  },
)
