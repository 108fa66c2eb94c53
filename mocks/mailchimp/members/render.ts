import type { List } from '../lists/list.js'
import { linksOf } from '../resources/links.js'
import type { MailchimpWorld } from '../world.js'
import { fullName, MEMBER, type Member } from './member.js'
import { tagsOf } from './tags.js'

/** A member as on the wire, whole; lists and segments show less of one. */
export function renderMember(world: MailchimpWorld, member: Member, origin: string): Record<string, unknown> {
  const list = world.lists.find(member.parent)
  const tags = tagsOf(world, member)
  const note = world.notes.where('parent', member.id).at(-1)
  const rate = (count: number) => (member.sent === 0 ? 0 : count / member.sent)
  return {
    id: member.hash,
    email_address: member.email,
    unique_email_id: member.uniqueEmailId,
    contact_id: member.contactId,
    full_name: fullName(member),
    web_id: member.webId,
    email_type: member.emailType,
    status: member.status,
    ...(member.status === 'unsubscribed' && { unsubscribe_reason: member.unsubscribeReason }),
    consents_to_one_to_one_messaging: true,
    merge_fields: member.mergeFields,
    interests: interestsOf(world, member),
    stats: { avg_open_rate: rate(member.opened), avg_click_rate: rate(member.clicked) },
    ip_signup: member.ipSignup,
    timestamp_signup: member.signedUp,
    ip_opt: member.ipOpt,
    timestamp_opt: member.optedIn,
    member_rating: ratingOf(member),
    last_changed: member.changed,
    language: member.language,
    vip: member.vip,
    location: { latitude: member.latitude, longitude: member.longitude },
    ...(list?.settings.marketing_permissions && { marketing_permissions: permissionsOf(list, member) }),
    ...(note && {
      last_note: { note_id: note.noteId, created_at: note.created, created_by: note.createdBy, note: note.note },
    }),
    source: member.source,
    tags_count: tags.length,
    tags: tags.map(({ id, name }) => ({ id, name })),
    list_id: member.parent,
    _links: linksOf(world.description, origin, MEMBER, [member.parent, member.hash]),
  }
}

/** Every interest of the audience, true or false. */
function interestsOf(world: MailchimpWorld, member: Member): Record<string, boolean> {
  const interests = world.interests.where('list', member.parent)
  return Object.fromEntries(interests.map(({ interestId }) => [interestId, member.interests[interestId] ?? false]))
}

function permissionsOf(list: List, member: Member): Record<string, unknown>[] {
  return list.permissions.map(({ id, text }) => ({
    marketing_permission_id: id,
    text,
    enabled: member.permissions[id] ?? false,
  }))
}

/** From one to five stars. @unverified the rule: who opens more has more */
function ratingOf({ status, sent, opened }: Member): number {
  if (status === 'unsubscribed' || status === 'cleaned') return 1
  return sent === 0 ? 2 : 2 + Math.min(3, Math.round((opened / sent) * 3))
}
