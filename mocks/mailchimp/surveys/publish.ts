import { behaviour } from '../api.js'
import { problem } from '../errors.js'

/** Surveys are made in the vendor's application, so that an account of ours has none. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-surveys/ (read 2026-11) */
export const publish = behaviour('POST /3.0/lists/{list_id}/surveys/{survey_id}/actions/publish', () => {
  throw problem('ResourceNotFound')
})

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-surveys/ (read 2026-11) */
export const unpublish = behaviour('POST /3.0/lists/{list_id}/surveys/{survey_id}/actions/unpublish', () => {
  throw problem('ResourceNotFound')
})

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-surveys/ (read 2026-11) */
export const createEmail = behaviour('POST /3.0/lists/{list_id}/surveys/{survey_id}/actions/create-email', () => {
  throw problem('ResourceNotFound')
})
