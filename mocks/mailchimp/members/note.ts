import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import type { Member } from './member.js'

/** What somebody of the account has written about a member. */
export interface Note extends ResourceRow {
  readonly noteId: number
  readonly created: string
  readonly updated: string
  readonly createdBy: string
  readonly note: string
}

export const NOTE = '/3.0/lists/{list_id}/members/{subscriber_hash}/notes/{note_id}'

/** @throws ResourceNotFound (404) */
export function findNote(world: MailchimpWorld, member: Member, id: string): Note {
  const note = world.notes.find(keyOf(member.id, id))
  if (!note) throw problem('ResourceNotFound')
  return note
}

export function renderNote(world: MailchimpWorld, member: Member, row: Note, origin: string): Record<string, unknown> {
  return {
    id: row.noteId,
    created_at: row.created,
    created_by: row.createdBy,
    updated_at: row.updated,
    note: row.note,
    list_id: member.parent,
    email_id: member.hash,
    contact_id: member.contactId,
    _links: linksOf(world.description, origin, NOTE, [member.parent, member.hash, String(row.noteId)]),
  }
}
