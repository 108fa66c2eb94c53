import type { List } from '../lists/list.js'
import type { Member } from '../members/member.js'
import type { MailchimpWorld } from '../world.js'
import { textOf } from './html.js'

/** Whom a link in a mail is about: `u` the account, `id` the audience, `e` the member. Undefined where it is about nobody here. */
export function subjectOf(world: MailchimpWorld, query: unknown): { list: List; member: Member } | undefined {
  if (textOf(query, 'u') !== world.account.accountId) return undefined
  const list = world.lists.find(textOf(query, 'id'))
  const member = world.members.where('uniqueEmailId', textOf(query, 'e')).find(({ parent }) => parent === list?.id)
  return list && member ? { list, member } : undefined
}
