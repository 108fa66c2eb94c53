import { behaviour } from '../api.js'
import { findTemplate, renderTemplate } from './template.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/templates/update-template/ (read 2026-11) */
export const update = behaviour('PATCH /3.0/templates/{template_id}', ({ params, body, call }, world) => {
  const row = findTemplate(world, params.template_id)
  const { name, html, folder_id: folder = row.folder } = body
  return renderTemplate(world, world.templates.put({ ...row, name, html, folder, edited: world.now() }), call.origin)
})
