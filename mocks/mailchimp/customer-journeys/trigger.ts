import { behaviour } from '../api.js'
import { problem } from '../errors.js'

/** Journeys are made in the vendor's application, so that an account of ours has none. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/customer-journeys-journeys-steps-actions/trigger-customer-journey/ (read 2026-11) */
export const trigger = behaviour(
  'POST /3.0/customer-journeys/journeys/{journey_id}/steps/{step_id}/actions/trigger',
  () => {
    throw problem('ResourceNotFound')
  },
)
