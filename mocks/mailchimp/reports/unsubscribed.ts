import { behaviour } from '../api.js'
import type { Recipient } from '../campaigns/campaign.js'
import { problem } from '../errors.js'
import type { MailchimpWorld } from '../world.js'
import { listLines } from './lines.js'
import { findRecipient, personOf } from './report.js'

/** Who left by its link. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/unsub-reports/ (read 2026-11) */
export const unsubscribed = behaviour('GET /3.0/reports/{campaign_id}/unsubscribed', ({ params, query, call }, world) =>
  listLines(world, params.campaign_id, query, call.origin, {
    path: 'unsubscribed',
    name: 'unsubscribes',
    filter: (recipient) => recipient.unsubscribed !== '',
    line: (recipient) => unsubscribedLine(world, recipient),
  }),
)

function unsubscribedLine(world: MailchimpWorld, recipient: Recipient): Record<string, unknown> {
  const member = world.members.find(`${recipient.list}/${recipient.hash}`)
  const reason = member?.unsubscribeReason || 'None given'
  return { ...personOf(world, recipient), timestamp: recipient.unsubscribed, reason }
}

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/unsub-reports/ (read 2026-11) */
export const unsubscribedOne = behaviour(
  'GET /3.0/reports/{campaign_id}/unsubscribed/{subscriber_hash}',
  ({ params }, world) => {
    const recipient = findRecipient(world, params.campaign_id, params.subscriber_hash)
    if (recipient.unsubscribed === '') throw problem('ResourceNotFound')
    return { ...unsubscribedLine(world, recipient), _links: [] }
  },
)
