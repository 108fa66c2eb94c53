import { behaviour } from '../api.js'
import { checkAction, findCampaign } from './campaign.js'

/** Stops what is on its way; who has it already keeps it. @throws ResourceNotFound (404), BadRequest (400)  @emits campaign  @source https://mailchimp.com/developer/marketing/api/campaigns/cancel-campaign/ (read 2026-11) */
export const cancelSend = behaviour('POST /3.0/campaigns/{campaign_id}/actions/cancel-send', ({ params }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  checkAction(campaign, 'cancel-send')
  if (campaign.timer) world.port.cancel(campaign.timer)
  const canceled = world.campaigns.put({ ...campaign, status: 'canceled', timer: '' })
  world.port.emit('campaign', canceled, { status: 'canceled' })
})
