import { behaviour } from '../api.js'
import { findCampaign, NOTHING } from './campaign.js'
import { renderCampaign } from './render.js'

/** A copy that can be edited. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/campaigns/replicate-campaign/ (read 2026-11) */
export const replicate = behaviour('POST /3.0/campaigns/{campaign_id}/actions/replicate', ({ params, call }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  const settings = { ...campaign.settings, title: `${campaign.settings.title ?? ''} (copy 01)`.trim() }
  const copy = world.campaigns.insert({
    ...campaign,
    id: world.port.random.hex(10),
    webId: world.nextNumber('campaign'),
    status: 'save',
    created: world.now(),
    sendTime: '',
    settings,
    tally: NOTHING,
    timer: '',
  })
  return renderCampaign(world, copy, call.origin)
})
