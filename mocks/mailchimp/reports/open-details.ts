import { behaviour } from '../api.js'
import type { Recipient } from '../campaigns/campaign.js'
import type { MailchimpWorld } from '../world.js'
import { listLines } from './lines.js'
import { findRecipient, findSent, personOf } from './report.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/open-reports/ (read 2026-11) */
export const openDetails = behaviour('GET /3.0/reports/{campaign_id}/open-details', ({ params, query, call }, world) =>
  listLines(world, params.campaign_id, query, call.origin, {
    path: 'open-details',
    name: 'members',
    filter: ({ opens }) => opens > 0,
    line: (recipient) => openLine(world, recipient),
    more: { total_opens: findSent(world, params.campaign_id).tally.opens },
  }),
)

function openLine(world: MailchimpWorld, recipient: Recipient): Record<string, unknown> {
  const opens = recipient.openedAt.map((timestamp) => ({ timestamp }))
  return { ...personOf(world, recipient), opens_count: recipient.opens, opens }
}

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/open-reports/ (read 2026-11) */
export const openDetailsOfOne = behaviour(
  'GET /3.0/reports/{campaign_id}/open-details/{subscriber_hash}',
  ({ params }, world) => ({
    ...openLine(world, findRecipient(world, params.campaign_id, params.subscriber_hash)),
    _links: [],
  }),
)
