import { escapeMarkup } from '../../../../src/engine/kit.js'
import { addNotice } from '../mail/notice.js'
import type { Export } from '../rows.js'
import { stamp, stampOrNull, type Transactional } from '../transactional.js'
import { csvOf } from './csv.js'

/** How long an export waits, and how long it works, in milliseconds on the world's clock. @unverified */
const STEP = 5000

export function startExport(tx: Transactional, asked: Pick<Export, 'type' | 'notify' | 'origin' | 'filter'>): Export {
  const row = tx.exports.insert({
    id: tx.newId(),
    createdAt: tx.now(),
    finishedAt: null,
    state: 'waiting',
    csv: null,
    ...asked,
  })
  tx.port.schedule('mandrill.export', tx.now() + STEP, { id: row.id })
  return row
}

/** The job that takes an export a step on: from waiting to working, from working to complete. */
export function runExport(tx: Transactional, id: unknown): void {
  const row = tx.exports.find(String(id))
  if (row?.state === 'waiting') {
    tx.exports.update(row.id, { state: 'working' })
    tx.port.schedule('mandrill.export', tx.now() + STEP, { id: row.id })
  } else if (row?.state === 'working') {
    tx.exports.update(row.id, { state: 'complete', finishedAt: tx.now(), csv: csvOf(tx, row) })
    if (row.notify) {
      const link = escapeMarkup(exportUrl(row))
      addNotice(tx, row.notify, 'Your export is ready', `<p>Your export is ready: <a href="${link}">${link}</a></p>`)
    }
  }
}

export function exportUrl({ id, origin, type }: Pick<Export, 'id' | 'origin' | 'type'>): string {
  return `${origin}/exports/${id}/${type}.zip`
}

export function renderExport(row: Export) {
  return {
    id: row.id,
    created_at: stamp(row.createdAt),
    type: row.type,
    finished_at: stampOrNull(row.finishedAt),
    state: row.state,
    result_url: row.state === 'complete' ? exportUrl(row) : null,
  }
}
