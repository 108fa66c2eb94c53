import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { findCampaign } from './campaign.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/campaign-content/get-campaign-content/ (read 2026-11) */
export const content = behaviour('GET /3.0/campaigns/{campaign_id}/content', ({ params, call }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  return {
    ...campaign.content,
    archive_html: campaign.content.html,
    _links: linksOf(world.description, call.origin, '/3.0/campaigns/{campaign_id}/content', [campaign.id]),
  }
})
