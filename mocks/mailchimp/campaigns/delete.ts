import { behaviour } from '../api.js'
import { checkAction, findCampaign } from './campaign.js'

/** @throws ResourceNotFound (404), MethodNotAllowed (405) for one that is being sent  @source https://mailchimp.com/developer/marketing/api/campaigns/delete-campaign/ (read 2026-11) */
export const remove = behaviour('DELETE /3.0/campaigns/{campaign_id}', ({ params }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  checkAction(campaign, 'delete')
  if (campaign.timer) world.port.cancel(campaign.timer)
  for (const table of [world.recipients, world.campaignLinks]) {
    for (const { id } of table.where('parent', campaign.id)) table.delete(id)
  }
  world.campaigns.delete(campaign.id)
})
