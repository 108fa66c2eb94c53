import { behaviour } from '../api.js'
import { blankRow } from '../generic/rows.js'
import type { ApiResource } from '../resources/api-resource.js'
import { linksOf } from '../resources/links.js'

const SMS_CAMPAIGN = '/3.0/sms-campaigns/{sms_campaign_id}'

/**
 * Makes a draft of a campaign of text messages; no text message is sent from here, so it stays one.
 * @source facts B (read 2026-11-23); @unverified the status of a draft, which is called as that of other campaigns
 */
export const create = behaviour('POST /3.0/sms-campaigns', ({ body, call }, world) => {
  const id = world.port.random.hex(10)
  const now = world.now()
  const own = { id, web_id: String(world.nextNumber('sms campaign')), status: 'save', channel: 'sms' }
  const wire = { ...blankRow(world, SMS_CAMPAIGN), ...body, ...own, create_time: now, updated_at: now }
  world.resources<ApiResource>('sms-campaigns').insert({ id, parent: '', wire })
  return { ...wire, _links: linksOf(world.description, call.origin, SMS_CAMPAIGN, [id]) }
})
