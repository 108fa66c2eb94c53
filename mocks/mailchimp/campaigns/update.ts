import { behaviour } from '../api.js'
import { checkAction, findCampaign } from './campaign.js'
import { withInput } from './create.js'
import { renderCampaign } from './render.js'

/** @throws ResourceNotFound (404), BadRequest (400) for one that is scheduled or sent, InvalidResource (400)  @source https://mailchimp.com/developer/marketing/api/campaigns/update-campaign-settings/ (read 2026-11) */
export const update = behaviour('PATCH /3.0/campaigns/{campaign_id}', ({ params, body, call }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  checkAction(campaign, 'edit')
  return renderCampaign(world, world.campaigns.put(withInput(world, campaign, body)), call.origin)
})
