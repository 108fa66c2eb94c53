import { behaviour } from '../api.js'
import { insertCampaign } from '../campaigns/create.js'
import { renderCampaign } from '../campaigns/render.js'
import { problem } from '../errors.js'
import { findSurvey, putSurvey, renderSurvey } from './survey.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-surveys/ (read 2026-11) */
export const publish = behaviour(
  'POST /3.0/lists/{list_id}/surveys/{survey_id}/actions/publish',
  ({ params, call }, world) => {
    const survey = findSurvey(world, params.list_id, params.survey_id)
    return renderSurvey(
      world,
      putSurvey(world, survey, { status: 'published', published_at: world.now() }),
      call.origin,
    )
  },
)

/** @throws ResourceNotFound (404), BadRequest (400) for one that is not published  @source https://mailchimp.com/developer/marketing/api/list-surveys/ (read 2026-11); @unverified wording */
export const unpublish = behaviour(
  'POST /3.0/lists/{list_id}/surveys/{survey_id}/actions/unpublish',
  ({ params, call }, world) => {
    const survey = findSurvey(world, params.list_id, params.survey_id)
    if (survey.wire.status !== 'published') throw problem('BadRequest', { detail: 'The survey is not published.' })
    return renderSurvey(world, putSurvey(world, survey, { status: 'unpublished' }), call.origin)
  },
)

/** Makes a campaign whose mail leads to the survey. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-surveys/ (read 2026-11); @unverified what the campaign says */
export const createEmail = behaviour(
  'POST /3.0/lists/{list_id}/surveys/{survey_id}/actions/create-email',
  ({ params, call }, world) => {
    const { wire, parent } = findSurvey(world, params.list_id, params.survey_id)
    const title = String(wire.title)
    const input = { type: 'regular', recipients: { list_id: parent }, settings: { title, subject_line: title } }
    const campaign = insertCampaign(world, input, call.origin)
    const url = String(wire.hosted_url)
    const content = { html: `<p><a href="${url.replaceAll('&', '&amp;')}">Take the survey</a></p>`, plain_text: url }
    return renderCampaign(world, world.campaigns.put({ ...campaign, content, contentType: 'html' }), call.origin)
  },
)
