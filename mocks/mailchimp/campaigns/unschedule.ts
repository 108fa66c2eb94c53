import { behaviour } from '../api.js'
import { checkAction, findCampaign } from './campaign.js'

/** @throws ResourceNotFound (404), BadRequest (400) for one that is not scheduled  @source https://mailchimp.com/developer/marketing/api/campaigns/unschedule-campaign/ (read 2026-11) */
export const unschedule = behaviour('POST /3.0/campaigns/{campaign_id}/actions/unschedule', ({ params }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  checkAction(campaign, 'unschedule')
  world.port.cancel(campaign.timer)
  world.campaigns.put({ ...campaign, status: 'save', sendTime: '', timer: '' })
})
