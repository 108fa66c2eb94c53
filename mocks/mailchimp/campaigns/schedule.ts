import { needsPaidPlan } from '../accounts/plan.js'
import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { toIso } from '../world.js'
import { checkAction, findCampaign } from './campaign.js'
import { checklistOf } from './checklist.js'

const QUARTER = 15 * 60_000

/**
 * Has a campaign sent at a quarter of an hour to come, in UTC.
 * @throws ResourceNotFound (404), Forbidden (403) on a free plan, BadRequest (400) where it is not ready, or the time is past or between quarters
 * @emits campaign, when it is sent
 * @source https://mailchimp.com/developer/marketing/api/campaigns/schedule-campaign/ (read 2026-11); @unverified wording
 */
export const schedule = behaviour(
  'POST /3.0/campaigns/{campaign_id}/actions/schedule',
  ({ params, body, call }, world) => {
    const campaign = findCampaign(world, params.campaign_id)
    checkAction(campaign, 'schedule')
    needsPaidPlan(world)
    const at = Date.parse(body.schedule_time)
    if (Number.isNaN(at) || at % QUARTER !== 0) {
      throw problem('BadRequest', {
        detail: 'Campaigns may only be scheduled on the quarter-hour (:00, :15, :30, :45).',
      })
    }
    if (at <= world.port.now()) throw problem('BadRequest', { detail: 'The schedule time must be in the future.' })
    if (!checklistOf(world, campaign).is_ready) {
      throw problem('BadRequest', { detail: 'Your Campaign is not ready to send. Please review the checklist.' })
    }
    const timer = world.port.schedule('send-campaign', at, { campaign: campaign.id })
    const settings = { ...campaign.settings, timewarp: body.timewarp ?? false }
    world.campaigns.put({ ...campaign, settings, status: 'schedule', sendTime: toIso(at), timer, origin: call.origin })
  },
)
