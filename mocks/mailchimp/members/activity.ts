import { behaviour } from '../api.js'
import { namesOf } from '../fields.js'
import { linksOf } from '../resources/links.js'
import type { ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { findMember } from './member.js'

/** Something that a member did or that was done to them. */
export interface Activity extends ResourceRow {
  /** signup, unsub, sent, open, click, bounce, ... */
  readonly action: string
  /** The campaign concerned, or empty. */
  readonly campaign: string
  readonly at: string
  readonly details: object
}

/** What the older of the two lists of activity has. */
const MAIL_ACTIONS = new Set(['sent', 'open', 'click', 'bounce', 'unsub', 'abuse'])
const MOST = 50

/** The last fifty things that were done with mails. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-activity/ (read 2026-11) */
export const activity = behaviour(
  'GET /3.0/lists/{list_id}/members/{subscriber_hash}/activity',
  ({ params, query, call }, world) => {
    const member = findMember(world, params.list_id, params.subscriber_hash)
    const wanted = namesOf(query.action)
    const rows = world.activity
      .where('parent', member.id)
      .filter(({ action }) => MAIL_ACTIONS.has(action) && (wanted.length === 0 || wanted.includes(action)))
      .reverse()
      .slice(0, MOST)
    const template = '/3.0/lists/{list_id}/members/{subscriber_hash}/activity'
    return {
      activity: rows.map((row) => ({
        action: row.action,
        timestamp: row.at,
        ...campaignOf(world, row),
        ...row.details,
      })),
      email_id: member.hash,
      contact_id: member.contactId,
      list_id: member.parent,
      total_items: rows.length,
      _links: linksOf(world.description, call.origin, template, [member.parent, member.hash]),
    }
  },
)

function campaignOf(world: MailchimpWorld, { campaign }: Activity): Record<string, unknown> {
  const title = world.campaigns.find(campaign)?.settings.title
  return { campaign_id: campaign, ...(title !== undefined && { title }) }
}
