import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { findSurvey, insertSurvey, putSurvey, renderSurvey, sectionsOf } from './survey.js'

/**
 * Makes a survey, as a draft; nobody answers one here.
 * @throws ResourceNotFound (404)
 * @source facts B (read 2026-11-23)
 */
export const create = behaviour('POST /3.0/lists/{list_id}/surveys', ({ params, body, call }, world) => {
  const { id } = findList(world, params.list_id)
  const said = { title: body.title, ...sectionsOf(world, body.sections) }
  return renderSurvey(world, insertSurvey(world, id, said, call.origin), call.origin)
})

/** Changes a survey: of the sections those that are not sent go. @throws ResourceNotFound (404)  @source facts B (read 2026-11-23) */
export const update = behaviour('PATCH /3.0/lists/{list_id}/surveys/{survey_id}', ({ params, body, call }, world) => {
  const before = findSurvey(world, params.list_id, params.survey_id)
  const { title, is_piped_to_inbox: piped } = body
  const said = {
    ...(title !== undefined && { title }),
    ...(piped !== undefined && { is_piped_to_inbox: piped }),
    ...sectionsOf(world, body.sections),
  }
  return renderSurvey(world, putSurvey(world, before, said), call.origin)
})

/**
 * Makes a draft of the same, there or in another audience.
 * @throws ResourceNotFound (404)
 * @source facts B (read 2026-11-23); @unverified the title of a copy that is given none
 */
export const replicate = behaviour(
  'POST /3.0/lists/{list_id}/surveys/{survey_id}/actions/replicate',
  ({ params, body, call }, world) => {
    const { wire } = findSurvey(world, params.list_id, params.survey_id)
    const list = findList(world, body.list_id ?? params.list_id)
    const said = { ...wire, title: body.title ?? `${String(wire.title)} (copy 01)`, published_at: '' }
    return renderSurvey(world, insertSurvey(world, list.id, said, call.origin), call.origin)
  },
)
