import { behaviour } from '../api.js'
import type { Recipient } from '../campaigns/campaign.js'
import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import type { MailchimpWorld } from '../world.js'
import { findSent, personOf } from './report.js'

const REPORTS = '/3.0/reports/{campaign_id}/abuse-reports'

/** Who called it spam. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/campaign-abuse/ (read 2026-11) */
export const abuseReports = behaviour('GET /3.0/reports/{campaign_id}/abuse-reports', ({ params, call }, world) => {
  const { id } = findSent(world, params.campaign_id)
  const lines = linesOf(world, id)
  return {
    abuse_reports: lines,
    campaign_id: id,
    total_items: lines.length,
    _links: linksOf(world.description, call.origin, REPORTS, [id]),
  }
})

function linesOf(world: MailchimpWorld, campaign: string): Record<string, unknown>[] {
  const complained = world.recipients.where('parent', campaign).filter((one: Recipient) => one.complained !== '')
  return complained.map((one, index) => ({ id: index + 1, ...personOf(world, one), date: one.complained, _links: [] }))
}

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/campaign-abuse/ (read 2026-11) */
export const abuseReport = behaviour(
  'GET /3.0/reports/{campaign_id}/abuse-reports/{report_id}',
  ({ params }, world) => {
    const line = linesOf(world, findSent(world, params.campaign_id).id).find(
      ({ id }) => String(id) === params.report_id,
    )
    if (!line) throw problem('ResourceNotFound')
    return line
  },
)
