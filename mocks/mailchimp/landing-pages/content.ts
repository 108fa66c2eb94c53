import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { findPage } from './publish.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/landing-pages/get-landing-page-content/ (read 2026-11) */
export const content = behaviour('GET /3.0/landing-pages/{page_id}/content', ({ params, call }, world) => {
  const { id, wire } = findPage(world, params.page_id)
  const text = (value: unknown) => String(value ?? '').replace(/[&<>]/g, '')
  const html = `<!doctype html><title>${text(wire.title)}</title><h1>${text(wire.title)}</h1><p>${text(wire.description)}</p>`
  const template = '/3.0/landing-pages/{page_id}/content'
  return { html, json: '{}', _links: linksOf(world.description, call.origin, template, [id]) }
})
