import { behaviour } from '../api.js'
import { invalidResource } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { keyOf } from '../resources/row.js'
import { AUTOMATION } from './automation.js'

/**
 * Makes a classic automation, paused, with one email. The API makes none but for abandoned carts.
 * @throws InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/automation/add-automation/ (read 2026-11); @unverified wording
 */
export const create = behaviour('POST /3.0/automations', ({ body, call }, world) => {
  const list = body.recipients.list_id ?? ''
  if (!world.lists.has(list)) {
    throw invalidResource([{ field: 'recipients.list_id', message: 'The audience could not be found.' }])
  }
  const id = world.port.random.hex(10)
  const recipients = {
    ...body.recipients,
    list_id: list,
    list_is_active: true,
    list_name: world.lists.find(list)?.settings.name ?? '',
  }
  const settings = { title: 'Abandoned Cart', authenticate: true, ...body.settings }
  const trigger = { workflow_title: 'Abandoned Cart', workflow_emails_count: 1, ...body.trigger_settings }
  const shared = {
    create_time: world.now(),
    start_time: '',
    status: 'save',
    emails_sent: 0,
    recipients,
    settings,
    tracking: {},
  }
  const wire = { id, ...shared, trigger_settings: trigger, report_summary: {} }
  world.automations.insert({ id, parent: '', wire })
  const email = world.port.random.hex(10)
  const delay = { amount: 1, type: 'hour', direction: 'after', action: 'previous_campaign_sent' }
  const first = {
    ...shared,
    id: email,
    web_id: world.nextNumber('campaign'),
    workflow_id: id,
    position: 1,
    delay,
    content_type: 'template',
  }
  world.automationEmails.insert({ id: keyOf(id, email), parent: id, wire: { ...first, trigger_settings: trigger } })
  return { ...wire, _links: linksOf(world.description, call.origin, AUTOMATION, [id]) }
})
