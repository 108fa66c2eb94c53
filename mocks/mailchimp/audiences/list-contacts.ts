import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { findList } from '../lists/list.js'
import type { Member } from '../members/member.js'
import { linksOf } from '../resources/links.js'
import { sorted, windowOf } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'
import { renderContact } from './contact.js'

/**
 * A page of contacts; `next_cursor` leads to the next, and is null at the end.
 * @throws ResourceNotFound (404), BadRequest (400) for a cursor that is none of ours
 * @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24); @unverified the last page's cursor, the order where none is asked for
 */
export const listContacts = behaviour('GET /3.0/audiences/{audience_id}/contacts', ({ params, query, call }, world) => {
  const { id } = findList(world, params.audience_id)
  const { limit } = windowOf({ count: query.count })
  const offset = query.cursor === undefined ? 0 : offsetOf(query.cursor)
  const page = pageOf(world, id, query, { offset, limit: limit + 1 })
  const more = page.length > limit
  return {
    contacts: page.slice(0, limit).map((member) => renderContact(world, member)),
    next_cursor: more ? Buffer.from(`after:${offset + limit}`).toString('base64url') : null,
    _links: linksOf(world.description, call.origin, '/3.0/audiences/{audience_id}/contacts', [id]),
  }
})

function offsetOf(cursor: string): number {
  const [, offset] = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (offset === undefined) throw problem('BadRequest', { detail: `'${cursor}' is no cursor of this collection.` })
  return Number(offset)
}

interface Query {
  readonly created_before?: string | undefined
  readonly created_since?: string | undefined
  readonly updated_before?: string | undefined
  readonly updated_since?: string | undefined
  readonly sort_field?: 'created_at' | 'updated_at' | undefined
  readonly sort_dir?: 'ASC' | 'DESC' | undefined
}

function pageOf(
  world: MailchimpWorld,
  list: string,
  query: Query,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Member[] {
  const bounds = [query.created_before, query.created_since, query.updated_before, query.updated_since]
  if (query.sort_field === undefined && bounds.every((bound) => bound === undefined)) {
    return world.members.slice({ offset, limit, where: ['parent', list] })
  }
  const fitting = world.members
    .where('parent', list)
    .filter(
      ({ created, changed }) =>
        isBetween(created, query.created_since, query.created_before) &&
        isBetween(changed, query.updated_since, query.updated_before),
    )
  const by = query.sort_field === 'updated_at' ? changedOf : createdOf
  const rows = query.sort_field === undefined ? fitting : sorted(fitting, by, query.sort_dir)
  return rows.slice(offset, offset + limit)
}

const createdOf = ({ created }: Member) => created
const changedOf = ({ changed }: Member) => changed

/** After the one, and not after the other. */
function isBetween(time: string, since: string | undefined, before: string | undefined): boolean {
  const at = Date.parse(time)
  return !(since !== undefined && at <= Date.parse(since)) && !(before !== undefined && at > Date.parse(before))
}
