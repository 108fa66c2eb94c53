import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { findCampaign } from './campaign.js'
import { checklistOf } from './checklist.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/campaign-send-checklist/ (read 2026-11) */
export const sendChecklist = behaviour('GET /3.0/campaigns/{campaign_id}/send-checklist', ({ params, call }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  return {
    ...checklistOf(world, campaign),
    _links: linksOf(world.description, call.origin, '/3.0/campaigns/{campaign_id}/send-checklist', [campaign.id]),
  }
})
