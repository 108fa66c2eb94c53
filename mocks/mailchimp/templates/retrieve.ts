import { behaviour } from '../api.js'
import { findTemplate, renderTemplate } from './template.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/templates/get-template-info/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/templates/{template_id}', ({ params, call }, world) =>
  renderTemplate(world, findTemplate(world, params.template_id), call.origin),
)
