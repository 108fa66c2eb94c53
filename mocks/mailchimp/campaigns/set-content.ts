import { behaviourWithBefore } from '../api.js'
import { linksOf } from '../resources/links.js'
import { checkAction, findCampaign } from './campaign.js'
import { fetchContent, htmlOf } from './fetched-content.js'
import { contentOf } from './template-content.js'

/**
 * Says what a campaign says: HTML, text, a template with its sections, a page at a URL, or the page in a ZIP archive. A page is
 * fetched now, once, from this machine or hosts that are allowed.
 * @throws ResourceNotFound (404), BadRequest (400) for one that is scheduled or sent, InvalidResource (400); 501 for a page elsewhere
 * @source https://mailchimp.com/developer/marketing/api/campaign-content/set-campaign-content/ (read 2026-11)
 */
export const setContent = behaviourWithBefore(
  'PUT /3.0/campaigns/{campaign_id}/content',
  ({ body }, world) => fetchContent(world, body),
  ({ params, body, prior, call }, world) => {
    const campaign = findCampaign(world, params.campaign_id)
    checkAction(campaign, 'edit')
    const html = htmlOf(body, prior) ?? body.html
    const made = contentOf(world, { ...body, html }, campaign.content)
    const contentType = body.url !== undefined ? 'url' : html === undefined ? campaign.contentType : 'html'
    world.campaigns.put({ ...campaign, content: made, contentType })
    return {
      ...made,
      archive_html: made.html,
      _links: linksOf(world.description, call.origin, '/3.0/campaigns/{campaign_id}/content', [campaign.id]),
    }
  },
)
