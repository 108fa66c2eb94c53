import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { windowed, within } from '../resources/paging.js'
import { renderReport } from './report.js'

/** Of all campaigns that were sent, the newest first. @source https://mailchimp.com/developer/marketing/api/reports/list-campaign-reports/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/reports', ({ query, call }, world) => {
  const sent = world.campaigns
    .where('status', 'sent')
    .filter(({ type }) => query.type === undefined || type === query.type)
    .filter(({ sendTime }) => within(sendTime, query.since_send_time, query.before_send_time))
    .reverse()
  return {
    reports: windowed(sent, query).map((campaign) => renderReport(world, campaign, call.origin)),
    total_items: sent.length,
    _links: linksOf(world.description, call.origin, '/3.0/reports', []),
  }
})
