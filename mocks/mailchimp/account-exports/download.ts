import { stream } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { lostPage } from '../pages/html.js'
import { archiveFile } from '../resources/archive-file.js'
import { filesOf } from './account-export.js'

/** A URL is good for so long, in milliseconds. @source facts A1 (read 2026-11-23) */
const LIFETIME = 90 * 86_400_000

/** The export as a gzipped tar of CSV files. @source facts A1 (read 2026-11-23); @unverified that it is no zip file */
export const download = page('GET /account-exports/{token}', ({ params }, world) => {
  const row = world.accountExports.all().find(({ token }) => token === params.token)
  if (!row || row.finished === '' || Date.parse(row.finished) + LIFETIME <= world.port.now()) return lostPage()
  const files = filesOf(world, row)
  return stream('application/x-gzip', () => archiveFile(files))
})
