import type { Template } from '../../templates/template.js'
import { failure } from '../error-table.js'
import { fillRegions } from '../html/editable-regions.js'
import type { Defaults } from '../messages/compose.js'
import type { Transactional } from '../transactional.js'

/** Templates of the account's Marketing side, which Transactional may send. */
export function marketingTemplates(tx: Transactional): Template[] {
  return tx.port.table<Template>('templates').all()
}

/** @throws Unknown_Message */
export function marketingTemplate(tx: Transactional, id: number): Template {
  const template = tx.port.table<Template>('templates').find(String(id))
  if (!template) throw failure('Unknown_Message', `No Mailchimp template found with id ${id}`)
  return template
}

export function marketingDefaults(tx: Transactional, id: number): Defaults {
  const template = marketingTemplate(tx, id)
  const none = { text: null, subject: null, from: null, fromName: null, template: null }
  return { ...none, html: fillRegions(template.html, []), mcTemplate: template.name }
}
