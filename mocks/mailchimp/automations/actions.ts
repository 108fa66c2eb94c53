import { behaviour } from '../api.js'
import { findAutomation, findEmail, setStatus } from './automation.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/automation/start-automation-emails/ (read 2026-11) */
export const startAll = behaviour(
  'POST /3.0/automations/{workflow_id}/actions/start-all-emails',
  ({ params }, world) => {
    const automation = findAutomation(world, params.workflow_id)
    setStatus(world, automation, 'sending')
    for (const email of world.automationEmails.where('parent', automation.id)) setStatus(world, email, 'sending')
  },
)

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/automation/pause-automation-emails/ (read 2026-11) */
export const pauseAll = behaviour(
  'POST /3.0/automations/{workflow_id}/actions/pause-all-emails',
  ({ params }, world) => {
    const automation = findAutomation(world, params.workflow_id)
    setStatus(world, automation, 'paused')
    for (const email of world.automationEmails.where('parent', automation.id)) setStatus(world, email, 'paused')
  },
)

/** Ends an automation for good: it is gone from the lists. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/automation/archive-automation/ (read 2026-11) */
export const archive = behaviour('POST /3.0/automations/{workflow_id}/actions/archive', ({ params }, world) => {
  const { id } = findAutomation(world, params.workflow_id)
  for (const email of world.automationEmails.where('parent', id)) world.automationEmails.delete(email.id)
  world.automations.delete(id)
})

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/automation-email/start-automated-email/ (read 2026-11) */
export const startEmail = behaviour(
  'POST /3.0/automations/{workflow_id}/emails/{workflow_email_id}/actions/start',
  ({ params }, world) => setStatus(world, findEmail(world, params.workflow_id, params.workflow_email_id), 'sending'),
)

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/automation-email/pause-automated-email/ (read 2026-11) */
export const pauseEmail = behaviour(
  'POST /3.0/automations/{workflow_id}/emails/{workflow_email_id}/actions/pause',
  ({ params }, world) => setStatus(world, findEmail(world, params.workflow_id, params.workflow_email_id), 'paused'),
)
