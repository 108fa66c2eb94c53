import { behaviour } from '../api.js'
import type { Recipient } from '../campaigns/campaign.js'
import type { MailchimpWorld } from '../world.js'
import { listLines } from './lines.js'
import { findRecipient, personOf } from './report.js'

/** What each did with it, in order. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/email-activity-reports/ (read 2026-11) */
export const emailActivity = behaviour(
  'GET /3.0/reports/{campaign_id}/email-activity',
  ({ params, query, call }, world) =>
    listLines(world, params.campaign_id, query, call.origin, {
      path: 'email-activity',
      name: 'emails',
      line: (recipient) => activityLine(world, recipient),
    }),
)

function activityLine(world: MailchimpWorld, recipient: Recipient): Record<string, unknown> {
  const { list, hash, parent } = recipient
  const done = world.activity
    .where('parent', `${list}/${hash}`)
    .filter(({ campaign, action }) => campaign === parent && ['open', 'click', 'bounce'].includes(action))
  const activity = done.map(({ action, at, details }) => ({
    action,
    timestamp: at,
    type: 'type' in details ? String(details.type) : '',
    url: 'url' in details ? String(details.url) : '',
    ip: '',
  }))
  return { ...personOf(world, recipient), activity }
}

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/email-activity-reports/ (read 2026-11) */
export const emailActivityOfOne = behaviour(
  'GET /3.0/reports/{campaign_id}/email-activity/{subscriber_hash}',
  ({ params }, world) => ({
    ...activityLine(world, findRecipient(world, params.campaign_id, params.subscriber_hash)),
    _links: [],
  }),
)
