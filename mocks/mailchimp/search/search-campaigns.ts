import { behaviour } from '../api.js'
import { renderCampaign } from '../campaigns/render.js'
import { linksOf } from '../resources/links.js'

/** Campaigns whose title, subject or text has it. @source https://mailchimp.com/developer/marketing/api/search-campaigns/ (read 2026-11) */
export const searchCampaigns = behaviour('GET /3.0/search-campaigns', ({ query, call }, world) => {
  const wanted = query.query.trim().toLowerCase()
  const found = world.campaigns.all().flatMap((campaign) => {
    const { title = '', subject_line: subject = '' } = campaign.settings
    const text = [title, subject, campaign.content.plain_text].find((each) => each.toLowerCase().includes(wanted))
    return wanted === '' || text === undefined
      ? []
      : [{ campaign: renderCampaign(world, campaign, call.origin), snippet: text.slice(0, 100) }]
  })
  return {
    results: found,
    total_items: found.length,
    _links: linksOf(world.description, call.origin, '/3.0/search-campaigns', []),
  }
})
