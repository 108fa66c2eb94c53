import { behaviour } from '../api.js'
import { findTemplate } from './template.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/templates/delete-template/ (read 2026-11) */
export const remove = behaviour('DELETE /3.0/templates/{template_id}', ({ params }, world) => {
  world.templates.delete(findTemplate(world, params.template_id).id)
})
