import { behaviour } from '../api.js'
import { sectionsOf } from '../campaigns/template-content.js'
import { linksOf } from '../resources/links.js'
import { findTemplate } from './template.js'

/** What stands in each section. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/template-default-content/ (read 2026-11) */
export const defaultContent = behaviour(
  'GET /3.0/templates/{template_id}/default-content',
  ({ params, call }, world) => {
    const { id, html } = findTemplate(world, params.template_id)
    const template = '/3.0/templates/{template_id}/default-content'
    return { sections: sectionsOf(html), _links: linksOf(world.description, call.origin, template, [id]) }
  },
)
