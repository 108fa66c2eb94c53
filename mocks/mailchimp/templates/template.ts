import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import type { ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

/** A template of the account's own. */
export interface Template extends ResourceRow {
  readonly templateId: number
  readonly name: string
  readonly html: string
  readonly folder: string
  readonly active: boolean
  readonly created: string
  readonly edited: string
}

/** @throws ResourceNotFound (404) */
export function findTemplate(world: MailchimpWorld, id: string): Template {
  const template = world.templates.find(id)
  if (!template) throw problem('ResourceNotFound')
  return template
}

export function renderTemplate(world: MailchimpWorld, row: Template, origin: string): Record<string, unknown> {
  return {
    id: row.templateId,
    type: 'user',
    name: row.name,
    drag_and_drop: false,
    responsive: false,
    category: '',
    date_created: row.created,
    date_edited: row.edited,
    created_by: world.account.name,
    edited_by: world.account.name,
    active: row.active,
    folder_id: row.folder,
    thumbnail: '',
    share_url: '',
    content_type: 'html',
    _links: linksOf(world.description, origin, '/3.0/templates/{template_id}', [row.id]),
  }
}
