import { behaviour } from '../api.js'
import type { Campaign, CampaignLink } from '../campaigns/campaign.js'
import { rate } from '../campaigns/render.js'
import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { windowed } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'
import { findRecipient, findSent, personOf } from './report.js'

const CLICKS = '/3.0/reports/{campaign_id}/click-details'

/** Each link with how often it was followed. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/click-reports/ (read 2026-11) */
export const clickDetails = behaviour(
  'GET /3.0/reports/{campaign_id}/click-details',
  ({ params, query, call }, world) => {
    const campaign = findSent(world, params.campaign_id)
    const links = world.campaignLinks.where('parent', campaign.id)
    return {
      urls_clicked: windowed(links, query).map((link) => renderLink(world, campaign, link, call.origin)),
      campaign_id: campaign.id,
      total_items: links.length,
      _links: linksOf(world.description, call.origin, CLICKS, [campaign.id]),
    }
  },
)

function renderLink(world: MailchimpWorld, { id, tally }: Campaign, link: CampaignLink, origin: string) {
  return {
    id: link.linkId,
    url: link.url,
    total_clicks: link.clicks,
    click_percentage: rate(link.clicks, tally.clicks),
    unique_clicks: link.uniqueClicks,
    unique_click_percentage: rate(link.uniqueClicks, tally.uniqueClicks),
    last_click: link.lastClick,
    campaign_id: id,
    _links: linksOf(world.description, origin, `${CLICKS}/{link_id}`, [id, link.linkId]),
  }
}

function findLink(world: MailchimpWorld, campaign: Campaign, id: string): CampaignLink {
  const link = world.campaignLinks.find(`${campaign.id}/${id}`)
  if (!link) throw problem('ResourceNotFound')
  return link
}

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/click-reports/ (read 2026-11) */
export const clickDetailsOfLink = behaviour(
  'GET /3.0/reports/{campaign_id}/click-details/{link_id}',
  ({ params, call }, world) => {
    const campaign = findSent(world, params.campaign_id)
    return renderLink(world, campaign, findLink(world, campaign, params.link_id), call.origin)
  },
)

/** Who followed a link. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/click-reports/ (read 2026-11) */
export const clickMembers = behaviour(
  'GET /3.0/reports/{campaign_id}/click-details/{link_id}/members',
  ({ params, query, call }, world) => {
    const campaign = findSent(world, params.campaign_id)
    const { linkId } = findLink(world, campaign, params.link_id)
    const who = world.recipients.where('parent', campaign.id).filter(({ links }) => (links[linkId] ?? 0) > 0)
    return {
      members: windowed(who, query).map((one) => ({
        ...personOf(world, one),
        clicks: one.links[linkId],
        url_id: linkId,
        _links: [],
      })),
      campaign_id: campaign.id,
      total_items: who.length,
      _links: linksOf(world.description, call.origin, `${CLICKS}/{link_id}/members`, [campaign.id, linkId]),
    }
  },
)

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/click-reports/ (read 2026-11) */
export const clickMember = behaviour(
  'GET /3.0/reports/{campaign_id}/click-details/{link_id}/members/{subscriber_hash}',
  ({ params }, world) => {
    const { linkId } = findLink(world, findSent(world, params.campaign_id), params.link_id)
    const one = findRecipient(world, params.campaign_id, params.subscriber_hash)
    const clicks = one.links[linkId] ?? 0
    if (clicks === 0) throw problem('ResourceNotFound')
    return { ...personOf(world, one), clicks, url_id: linkId, _links: [] }
  },
)
