import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { windowOf } from '../resources/paging.js'
import { EXPORT, renderExport } from './account-export.js'

/** @source https://mailchimp.com/developer/marketing/api/account-exports/list-account-exports/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/account-exports', ({ query, call }, world) => ({
  exports: world.accountExports.slice(windowOf(query)).map((row) => ({
    ...renderExport(row, call.origin),
    _links: linksOf(world.description, call.origin, EXPORT, [row.id]),
  })),
  total_items: world.accountExports.size,
  _links: linksOf(world.description, call.origin, '/3.0/account-exports', []),
}))

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/account-exports/get-account-export-info/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/account-exports/{export_id}', ({ params, call }, world) => {
  const row = world.accountExports.find(params.export_id)
  if (!row) throw problem('ResourceNotFound')
  return { ...renderExport(row, call.origin), _links: linksOf(world.description, call.origin, EXPORT, [row.id]) }
})
