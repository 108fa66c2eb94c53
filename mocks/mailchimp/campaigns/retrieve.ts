import { behaviour } from '../api.js'
import { findCampaign } from './campaign.js'
import { renderCampaign } from './render.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/campaigns/get-campaign-info/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/campaigns/{campaign_id}', ({ params, call }, world) =>
  renderCampaign(world, findCampaign(world, params.campaign_id), call.origin),
)
