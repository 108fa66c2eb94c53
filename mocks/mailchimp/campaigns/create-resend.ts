import { behaviour } from '../api.js'
import { checkAction, findCampaign, NOTHING } from './campaign.js'
import { renderCampaign } from './render.js'

/** A copy for those who did not open it. @throws ResourceNotFound (404), BadRequest (400) for one that is not sent  @source https://mailchimp.com/developer/marketing/api/campaigns/resend-campaign/ (read 2026-11) */
export const createResend = behaviour(
  'POST /3.0/campaigns/{campaign_id}/actions/create-resend',
  ({ params, call }, world) => {
    const campaign = findCampaign(world, params.campaign_id)
    checkAction(campaign, 'create-resend')
    const unopened = { condition_type: 'Aim', field: 'aim', op: 'noopen', value: campaign.id }
    const copy = world.campaigns.insert({
      ...campaign,
      id: world.port.random.hex(10),
      webId: world.nextNumber('campaign'),
      status: 'save',
      created: world.now(),
      sendTime: '',
      segment: { match: 'all', conditions: [...(campaign.segment?.conditions ?? []), unopened] },
      parentCampaign: campaign.id,
      tally: NOTHING,
      timer: '',
    })
    return renderCampaign(world, copy, call.origin)
  },
)
