import { failure } from '../error-table.js'
import { fillRegions } from '../html/editable-regions.js'
import type { Defaults } from '../messages/compose.js'
import type { Template } from '../rows.js'
import type { Transactional } from '../transactional.js'

/** How a template is called in addresses and in lookups. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** By its name or its slug. @throws Unknown_Template */
export function templateNamed(tx: Transactional, name: string): Template {
  const template = tx.templates.find(slugOf(name) || name)
  if (!template) throw failure('Unknown_Template', `No such template "${name}"`)
  return template
}

interface Content {
  readonly name?: string | null
  readonly content?: string | null
}

/** What a message made of a template has: that which is published, or the draft of one that never was. */
export function templateDefaults(tx: Transactional, name: string, contents: readonly Content[]): Defaults {
  const template = templateNamed(tx, name)
  const { code, text, subject, from, fromName } = template.published ?? template
  return {
    html: code === null ? null : fillRegions(code, contents),
    text,
    subject,
    from,
    fromName,
    template: template.id,
    mcTemplate: null,
  }
}
