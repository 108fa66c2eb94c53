import { failure } from '../error-table.js'
import { fillRegions } from '../html/editable-regions.js'
import type { Defaults } from '../messages/compose.js'
import type { Transactional } from '../transactional.js'

/** A template of Marketing's, as far as it is read here. */
interface MarketingTemplate {
  readonly id: string
  readonly wire?: Readonly<Record<string, unknown>>
  readonly html?: string
}

/** Templates of the account's Marketing side, which Transactional may send. */
export function marketingTemplates(tx: Transactional): MarketingTemplate[] {
  return tx.port.table<MarketingTemplate>('templates').all()
}

/** @throws Unknown_Message */
export function marketingTemplate(tx: Transactional, id: number): MarketingTemplate {
  const template = tx.port.table<MarketingTemplate>('templates').find(String(id))
  if (!template) throw failure('Unknown_Message', `No Mailchimp template found with id ${id}`)
  return template
}

export function nameOf({ wire = {}, id }: MarketingTemplate): string {
  return typeof wire.name === 'string' ? wire.name : id
}

export function createdOf({ wire = {} }: MarketingTemplate): string {
  return typeof wire.date_created === 'string' ? wire.date_created : ''
}

export function marketingDefaults(tx: Transactional, id: number): Defaults {
  const template = marketingTemplate(tx, id)
  const none = { text: null, subject: null, from: null, fromName: null, template: null }
  return { ...none, html: fillRegions(template.html ?? '', []), mcTemplate: nameOf(template) }
}
