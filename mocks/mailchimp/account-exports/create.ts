import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { EXPORT, renderExport } from './account-export.js'

/** From the request until it can be fetched, in milliseconds. @unverified */
const TAKES = 5000

/** Begins an export of the account, which takes a while. @source https://mailchimp.com/developer/marketing/api/account-exports/add-export/ (read 2026-11) */
export const create = behaviour('POST /3.0/account-exports', ({ body, call }, world) => {
  const exportId = world.nextNumber('export')
  const row = world.accountExports.insert({
    id: String(exportId),
    parent: '',
    exportId,
    started: world.now(),
    finished: '',
    stages: body.include_stages,
    token: world.port.random.hex(32),
    size: 0,
  })
  world.port.claim(row.token)
  world.port.schedule('finish-export', world.port.now() + TAKES, { export: row.id })
  return { ...renderExport(row, call.origin), _links: linksOf(world.description, call.origin, EXPORT, [row.id]) }
})
