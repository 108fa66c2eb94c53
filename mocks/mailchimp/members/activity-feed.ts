import { behaviour } from '../api.js'
import { namesOf } from '../fields.js'
import { linksOf } from '../resources/links.js'
import { windowed } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'
import type { Activity } from './activity.js'
import { findMember } from './member.js'

/** All that is known of what a member did, the newest first. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-activity/ (read 2026-11) */
export const activityFeed = behaviour(
  'GET /3.0/lists/{list_id}/members/{subscriber_hash}/activity-feed',
  ({ params, query, call }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    const wanted = namesOf(query.activity_filters)
    const events = world.memberEvents
      .where('parent', member.id)
      .map(({ name, occurred }) => ({ activity_type: 'event', created_at_timestamp: occurred, event_name: name }))
    const notes = world.notes.where('parent', member.id).map(({ note, noteId, created }) => ({
      activity_type: 'note',
      created_at_timestamp: created,
      note_id: String(noteId),
      note_text: note,
    }))
    const done = world.activity.where('parent', member.id).flatMap((row) => feedLine(world, row))
    const all = [...events, ...notes, ...done]
      .filter(({ activity_type: type }) => wanted.length === 0 || wanted.includes(type))
      .sort((a, b) => (a.created_at_timestamp < b.created_at_timestamp ? 1 : -1))
    const template = '/3.0/lists/{list_id}/members/{subscriber_hash}/activity-feed'
    return {
      activity: windowed(all, query),
      email_id: member.hash,
      list_id: member.parent,
      _links: linksOf(world.description, call.origin, template, [member.parent, member.hash]),
    }
  },
)

/** Names of what is told of mails; a signup has a name of its own, and a complaint is not told here. */
const TOLD: Readonly<Record<string, string>> = {
  signup: 'generic_signup',
  sent: 'sent',
  open: 'open',
  click: 'click',
  bounce: 'bounce',
  unsub: 'unsub',
}

function feedLine(world: MailchimpWorld, { action, at, campaign, details }: Activity) {
  const type = TOLD[action]
  if (type === undefined) return []
  const title = world.campaigns.find(campaign)?.settings.title ?? ''
  return [
    {
      activity_type: type,
      created_at_timestamp: at,
      campaign_id: campaign,
      campaign_title: title,
      ...('url' in details && { link_clicked: String(details.url) }),
      ...('type' in details && { bounce_type: String(details.type) }),
      ...(type === 'generic_signup' && { signup_category: 'api' }),
    },
  ]
}
