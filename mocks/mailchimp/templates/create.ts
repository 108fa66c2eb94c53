import { behaviour } from '../api.js'
import { renderTemplate } from './template.js'

/** @source https://mailchimp.com/developer/marketing/api/templates/add-template/ (read 2026-11) */
export const create = behaviour('POST /3.0/templates', ({ body, call }, world) => {
  const templateId = world.nextNumber('template')
  const now = world.now()
  const row = world.templates.insert({
    id: String(templateId),
    parent: '',
    templateId,
    name: body.name,
    html: body.html,
    folder: body.folder_id ?? '',
    active: true,
    created: now,
    edited: now,
  })
  return renderTemplate(world, row, call.origin)
})
