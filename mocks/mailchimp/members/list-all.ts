import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { linksOf } from '../resources/links.js'
import { sorted, windowed, windowOf, within } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'
import type { Member } from './member.js'
import { renderMember } from './render.js'

/**
 * A page of an audience's members, oldest first. Costs what is listed where at most a status narrows it, wherever the page is.
 * @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-members/list-members-info/ (read 2026-11)
 */
export const listAll = behaviour('GET /3.0/lists/{list_id}/members', ({ params, query, call }, world) => {
  const { id } = findList(world, params.list_id)
  const { rows, total } = page(world, id, query)
  return {
    members: rows.map((member) => renderMember(world, member, call.origin)),
    list_id: id,
    total_items: total,
    _links: linksOf(world.description, call.origin, '/3.0/lists/{list_id}/members', [id]),
  }
})

interface Query {
  readonly [name: string]: unknown
}

/** What costs a look at each member. */
const NARROWING = [
  'email_type',
  'since_timestamp_opt',
  'before_timestamp_opt',
  'since_last_changed',
  'before_last_changed',
  'unique_email_id',
  'vip_only',
  'interest_ids',
  'sort_field',
  'since_last_campaign',
  'unsubscribed_since',
] as const

function page(world: MailchimpWorld, list: string, query: Query): { rows: Member[]; total: number } {
  const status = query.status
  const where: readonly [string, string] =
    status === undefined ? ['parent', list] : ['standing', `${list}/${String(status)}`]
  if (!NARROWING.some((name) => query[name] !== undefined)) {
    // Those in the archive are not listed unless they are asked for, and there are few.
    const archived = status === undefined ? world.members.count('standing', `${list}/archived`) : 0
    if (archived === 0)
      return { rows: world.members.slice({ ...windowOf(query), where }), total: world.members.count(...where) }
  }
  const fitting = world.members
    .where(...where)
    .filter((member) => (status !== undefined || member.status !== 'archived') && fits(world, member, query))
  const rows = inOrder(fitting, query)
  return { rows: windowed(rows, query), total: rows.length }
}

function fits(world: MailchimpWorld, member: Member, query: Query): boolean {
  if (query.email_type !== undefined && member.emailType !== query.email_type) return false
  if (query.unique_email_id !== undefined && member.uniqueEmailId !== query.unique_email_id) return false
  if (query.vip_only === true && !member.vip) return false
  if (query.unsubscribed_since !== undefined && !within(member.unsubscribed, query.unsubscribed_since, undefined))
    return false
  if (query.since_last_campaign === true) {
    const last = world.lists.find(member.parent)?.lastSent
    if (last && !within(member.optedIn, last, undefined)) return false
  }
  return (
    within(member.optedIn, query.since_timestamp_opt, query.before_timestamp_opt) &&
    within(member.changed, query.since_last_changed, query.before_last_changed) &&
    interested(member, query)
  )
}

function interested(member: Member, { interest_ids: ids, interest_match: match }: Query): boolean {
  if (typeof ids !== 'string' || ids === '') return true
  const has = (id: string) => member.interests[id.trim()] === true
  if (match === 'all') return ids.split(',').every(has)
  return ids.split(',').some(has) === (match !== 'none')
}

const ORDERS: Readonly<Record<string, (member: Member) => string>> = {
  timestamp_opt: ({ optedIn }) => optedIn,
  timestamp_signup: ({ signedUp }) => signedUp,
  last_changed: ({ changed }) => changed,
}

function inOrder(members: Member[], { sort_field: field, sort_dir: direction }: Query): Member[] {
  const by = ORDERS[String(field)]
  return by ? sorted(members, by, direction) : members
}
