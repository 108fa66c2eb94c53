import { behaviour } from '../api.js'
import type { MailchimpWorld } from '../world.js'
import { renderTemplate, type Template } from './template.js'

/** @source https://mailchimp.com/developer/marketing/api/templates/add-template/ (read 2026-11) */
export const create = behaviour('POST /3.0/templates', ({ body, call }, world) =>
  renderTemplate(world, insertTemplate(world, body), call.origin),
)

interface TemplateInput {
  readonly name: string
  readonly html: string
  readonly folder_id?: string | undefined
}

export function insertTemplate(world: MailchimpWorld, { name, html, folder_id: folder = '' }: TemplateInput): Template {
  const templateId = world.nextNumber('template')
  const now = world.now()
  const kept = { name, html, folder, active: true, created: now, edited: now }
  return world.templates.insert({ id: String(templateId), parent: '', templateId, ...kept })
}
