import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { checkAction, findCampaign } from './campaign.js'

/** Lets an RSS campaign go on. @throws ResourceNotFound (404), InvalidAction (400) for another type, BadRequest (400)  @source https://mailchimp.com/developer/marketing/api/campaigns/resume-rss-campaign/ (read 2026-11) */
export const resume = behaviour('POST /3.0/campaigns/{campaign_id}/actions/resume', ({ params }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  if (campaign.type !== 'rss') throw problem('InvalidAction')
  checkAction(campaign, 'resume')
  world.campaigns.put({ ...campaign, status: 'sending' })
})
