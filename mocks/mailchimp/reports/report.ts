import { type Campaign, findCampaign, type Recipient } from '../campaigns/campaign.js'
import { rate } from '../campaigns/render.js'
import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import type { MailchimpWorld } from '../world.js'

export const REPORT = '/3.0/reports/{campaign_id}'

/** A campaign that has a report: one that was sent, or whose sending was stopped. @throws ResourceNotFound (404) */
export function findSent(world: MailchimpWorld, id: string): Campaign {
  const campaign = findCampaign(world, id)
  if (campaign.status !== 'sent' && campaign.status !== 'canceled') throw problem('ResourceNotFound')
  return campaign
}

/** All numbers follow from what was sent, and from what those who got it did. */
export function renderReport(world: MailchimpWorld, campaign: Campaign, origin: string): Record<string, unknown> {
  const { tally, settings, list } = campaign
  const audience = world.lists.find(list)
  return {
    id: campaign.id,
    campaign_title: settings.title ?? '',
    type: campaign.type,
    list_id: list,
    list_is_active: audience !== undefined,
    list_name: audience?.settings.name ?? '',
    subject_line: settings.subject_line ?? '',
    preview_text: settings.preview_text ?? '',
    emails_sent: tally.sent,
    abuse_reports: tally.abuse,
    unsubscribed: tally.unsubscribed,
    send_time: campaign.sendTime,
    bounces: { hard_bounces: tally.hard, soft_bounces: tally.soft, syntax_errors: 0 },
    opens: {
      opens_total: tally.opens,
      unique_opens: tally.uniqueOpens,
      open_rate: rate(tally.uniqueOpens, tally.sent),
      last_open: tally.lastOpen,
    },
    clicks: {
      clicks_total: tally.clicks,
      unique_clicks: tally.uniqueClicks,
      unique_subscriber_clicks: tally.subscriberClicks,
      click_rate: rate(tally.subscriberClicks, tally.sent),
      last_click: tally.lastClick,
    },
    timeseries: timeseries(world, campaign),
    delivery_status: { enabled: false, can_cancel: false, status: 'delivered', emails_sent: tally.sent },
    _links: linksOf(world.description, origin, REPORT, [campaign.id]),
  }
}

/** The first day, an hour a line. */
function timeseries(world: MailchimpWorld, { id, sendTime, tally }: Campaign): Record<string, unknown>[] {
  const start = Math.floor(Date.parse(sendTime) / 3_600_000)
  const opens = new Map<number, number>()
  for (const { openedAt } of world.recipients.where('parent', id)) {
    const hour = openedAt[0] === undefined ? -1 : Math.floor(Date.parse(openedAt[0]) / 3_600_000) - start
    if (hour >= 0 && hour < 24) opens.set(hour, (opens.get(hour) ?? 0) + 1)
  }
  return Array.from({ length: 24 }, (_, hour) => ({
    timestamp: `${new Date((start + hour) * 3_600_000).toISOString().slice(0, 19)}+00:00`,
    emails_sent: hour === 0 ? tally.sent : 0,
    unique_opens: opens.get(hour) ?? 0,
    recipients_clicks: 0,
  }))
}

/** Who a line of a report is about. */
export function personOf(world: MailchimpWorld, { parent, list, hash, email }: Recipient): Record<string, unknown> {
  const member = world.members.find(`${list}/${hash}`)
  return {
    email_id: hash,
    email_address: email,
    merge_fields: member?.mergeFields ?? {},
    vip: member?.vip ?? false,
    campaign_id: parent,
    list_id: list,
    list_is_active: world.lists.has(list),
    contact_status: member?.status ?? '',
  }
}

/** Somebody to whom it was sent. @throws ResourceNotFound (404) */
export function findRecipient(world: MailchimpWorld, campaign: string, hash: string): Recipient {
  const recipient = world.recipients.find(`${findSent(world, campaign).id}/${hash}`)
  if (!recipient) throw problem('ResourceNotFound')
  return recipient
}
