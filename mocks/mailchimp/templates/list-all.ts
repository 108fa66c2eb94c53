import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { sorted, windowed, within } from '../resources/paging.js'
import { renderTemplate } from './template.js'

/** @source https://mailchimp.com/developer/marketing/api/templates/list-templates/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/templates', ({ query, call }, world) => {
  const { type, folder_id: folder, sort_field: field } = query
  const fitting = world.templates
    .all()
    .filter(
      (row) => row.active && (type === undefined || type === 'user') && (folder === undefined || row.folder === folder),
    )
    .filter(({ created }) => within(created, query.since_date_created, query.before_date_created))
  const by = { date_created: 'created', date_edited: 'edited', name: 'name' } as const
  const rows = field ? sorted(fitting, (row) => row[by[field]], query.sort_dir) : fitting
  return {
    templates: windowed(rows, query).map((row) => renderTemplate(world, row, call.origin)),
    total_items: rows.length,
    _links: linksOf(world.description, call.origin, '/3.0/templates', []),
  }
})
