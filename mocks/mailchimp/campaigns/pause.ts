import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { checkAction, findCampaign } from './campaign.js'

/** Stops an RSS campaign between its issues. @throws ResourceNotFound (404), InvalidAction (400) for another type, BadRequest (400)  @source https://mailchimp.com/developer/marketing/api/campaigns/pause-rss-campaign/ (read 2026-11) */
export const pause = behaviour('POST /3.0/campaigns/{campaign_id}/actions/pause', ({ params }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  if (campaign.type !== 'rss') throw problem('InvalidAction')
  checkAction(campaign, 'pause')
  world.campaigns.put({ ...campaign, status: 'paused' })
})
