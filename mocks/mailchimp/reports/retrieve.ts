import { behaviour } from '../api.js'
import { findSent, renderReport } from './report.js'

/** @throws ResourceNotFound (404) before it was sent  @source https://mailchimp.com/developer/marketing/api/reports/get-campaign-report/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/reports/{campaign_id}', ({ params, call }, world) =>
  renderReport(world, findSent(world, params.campaign_id), call.origin),
)
