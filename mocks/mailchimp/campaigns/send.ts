import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { checkAction, findCampaign } from './campaign.js'
import { checklistOf } from './checklist.js'
import { BEFORE_SENDING } from './send-job.js'

/**
 * Sends a campaign, afterwards and on the world's clock.
 * @throws ResourceNotFound (404), BadRequest (400) where it is not ready or is sent already
 * @emits campaign, and what becomes of each mail
 * @source https://mailchimp.com/developer/marketing/api/campaigns/send-campaign/ (read 2026-11)
 */
export const send = behaviour('POST /3.0/campaigns/{campaign_id}/actions/send', ({ params, call }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  checkAction(campaign, 'send')
  if (!checklistOf(world, campaign).is_ready) {
    throw problem('BadRequest', { detail: 'Your Campaign is not ready to send. Please review the checklist.' })
  }
  const timer = world.port.schedule('send-campaign', world.port.now() + BEFORE_SENDING, { campaign: campaign.id })
  world.campaigns.put({ ...campaign, status: 'sending', sendTime: world.now(), timer, origin: call.origin })
})
