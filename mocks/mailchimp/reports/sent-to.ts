import { behaviour } from '../api.js'
import type { Recipient } from '../campaigns/campaign.js'
import type { MailchimpWorld } from '../world.js'
import { listLines } from './lines.js'
import { findRecipient, personOf } from './report.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/sent-to-reports/ (read 2026-11) */
export const sentTo = behaviour('GET /3.0/reports/{campaign_id}/sent-to', ({ params, query, call }, world) =>
  listLines(world, params.campaign_id, query, call.origin, {
    path: 'sent-to',
    name: 'sent_to',
    line: (recipient) => sentLine(world, recipient),
  }),
)

export function sentLine(world: MailchimpWorld, recipient: Recipient): Record<string, unknown> {
  const { status, opens, openedAt } = recipient
  return { ...personOf(world, recipient), status, open_count: opens, last_open: openedAt.at(-1) ?? '', gmt_offset: 0 }
}

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/sent-to-reports/ (read 2026-11) */
export const sentToOne = behaviour('GET /3.0/reports/{campaign_id}/sent-to/{subscriber_hash}', ({ params }, world) => ({
  ...sentLine(world, findRecipient(world, params.campaign_id, params.subscriber_hash)),
  _links: [],
}))
