import { behaviour } from '../api.js'
import { notModelled } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { checkAction, findCampaign } from './campaign.js'
import { contentOf } from './template-content.js'

/**
 * Says what a campaign says: HTML, text, or a template with its sections. Content from a URL or an archive is not fetched.
 * @throws ResourceNotFound (404), BadRequest (400) for one that is scheduled or sent, InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/campaign-content/set-campaign-content/ (read 2026-11)
 */
export const setContent = behaviour('PUT /3.0/campaigns/{campaign_id}/content', ({ params, body, call }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  checkAction(campaign, 'edit')
  if (body.url !== undefined || body.archive !== undefined) throw notModelled('content from a URL or an archive')
  const made = contentOf(world, body, campaign.content)
  const contentType = body.html === undefined ? campaign.contentType : 'html'
  world.campaigns.put({ ...campaign, content: made, contentType })
  return {
    ...made,
    archive_html: made.html,
    _links: linksOf(world.description, call.origin, '/3.0/campaigns/{campaign_id}/content', [campaign.id]),
  }
})
