import { linksOf } from '../resources/links.js'
import { publicOrigin } from '../resources/public-origin.js'
import type { MailchimpWorld } from '../world.js'
import { countRecipients } from './audience.js'
import type { Campaign } from './campaign.js'

export const CAMPAIGN = '/3.0/campaigns/{campaign_id}'

export function renderCampaign(world: MailchimpWorld, campaign: Campaign, origin: string): Record<string, unknown> {
  const { tally } = campaign
  const archive = `${publicOrigin(origin)}/archive?u=${world.account.accountId}&id=${campaign.id}`
  return {
    id: campaign.id,
    web_id: campaign.webId,
    parent_campaign_id: campaign.parentCampaign,
    type: campaign.type,
    create_time: campaign.created,
    archive_url: archive,
    long_archive_url: archive,
    status: campaign.status,
    emails_sent: tally.sent,
    send_time: campaign.sendTime,
    content_type: campaign.contentType,
    needs_block_refresh: false,
    resendable: campaign.status === 'sent' && campaign.parentCampaign === '',
    recipients: recipientsView(world, campaign),
    settings: campaign.settings,
    tracking: campaign.tracking,
    social_card: campaign.socialCard,
    ...(campaign.variants && { variate_settings: campaign.variants }),
    ...(campaign.rss && { rss_opts: campaign.rss }),
    report_summary: {
      opens: tally.opens,
      unique_opens: tally.uniqueOpens,
      open_rate: rate(tally.uniqueOpens, tally.sent),
      clicks: tally.clicks,
      subscriber_clicks: tally.subscriberClicks,
      click_rate: rate(tally.subscriberClicks, tally.sent),
    },
    delivery_status: { enabled: campaign.status === 'sending', ...delivery(campaign) },
    _links: linksOf(world.description, origin, CAMPAIGN, [campaign.id]),
  }
}

function recipientsView(world: MailchimpWorld, campaign: Campaign): Record<string, unknown> {
  const { list, segment, tally, status } = campaign
  return {
    list_id: list,
    list_is_active: world.lists.has(list),
    list_name: world.lists.find(list)?.settings.name ?? '',
    ...(segment && { segment_opts: segment }),
    segment_text: '',
    recipient_count: status === 'sent' ? tally.sent : countRecipients(world, campaign),
  }
}

function delivery({ status, tally }: Campaign): Record<string, unknown> {
  const names: Readonly<Record<string, string>> = { sent: 'delivered', canceling: 'canceling', canceled: 'canceled' }
  return { can_cancel: status === 'sending', status: names[status] ?? 'delivering', emails_sent: tally.sent }
}

/** A part of a whole, 0 of nothing. */
export function rate(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
