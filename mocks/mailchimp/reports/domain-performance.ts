import { behaviour } from '../api.js'
import type { Recipient } from '../campaigns/campaign.js'
import { rate } from '../campaigns/render.js'
import { linksOf } from '../resources/links.js'
import { findSent } from './report.js'

/** The five domains that it was sent to most. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/domain-performance-reports/ (read 2026-11) */
export const domainPerformance = behaviour(
  'GET /3.0/reports/{campaign_id}/domain-performance',
  ({ params, call }, world) => {
    const { id, tally } = findSent(world, params.campaign_id)
    const byDomain = new Map<string, Recipient[]>()
    for (const recipient of world.recipients.where('parent', id)) {
      const domain = recipient.email.split('@')[1] ?? ''
      byDomain.set(domain, [...(byDomain.get(domain) ?? []), recipient])
    }
    const domains = [...byDomain].sort((a, b) => b[1].length - a[1].length).slice(0, 5)
    return {
      domains: domains.map(([domain, sent]) => lineOf(domain, sent, tally.sent)),
      total_sent: tally.sent,
      total_items: byDomain.size,
      campaign_id: id,
      _links: linksOf(world.description, call.origin, '/3.0/reports/{campaign_id}/domain-performance', [id]),
    }
  },
)

function lineOf(domain: string, sent: readonly Recipient[], all: number): Record<string, unknown> {
  const count = (fits: (one: Recipient) => boolean) => sent.filter(fits).length
  const bounces = count(({ status }) => status !== 'sent')
  const opens = count((one) => one.opens > 0)
  const clicks = count((one) => one.clicks > 0)
  const unsubs = count((one) => one.unsubscribed !== '')
  return {
    domain,
    emails_sent: sent.length,
    bounces,
    opens,
    clicks,
    unsubs,
    delivered: sent.length - bounces,
    emails_pct: rate(sent.length, all),
    bounces_pct: rate(bounces, sent.length),
    opens_pct: rate(opens, sent.length),
    clicks_pct: rate(clicks, sent.length),
    unsubs_pct: rate(unsubs, sent.length),
  }
}
