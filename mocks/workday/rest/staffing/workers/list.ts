import { behaviour } from '../../../api.js'
import { boundsOf } from '../../page.js'
import { renderWorker } from './worker.js'

/**
 * Workers that are not terminated, in the order they came. `search` finds parts of names and ids, any of several words.
 * @source facts A7 (read 2026-11-23)
 */
export const listWorkers = behaviour('GET /ccx/api/staffing/v6/{tenant}/workers', ({ query }, world) => {
  const { limit, offset } = boundsOf(query)
  const found = world.roster(query.includeTerminatedWorkers === true, query.search)
  return { total: found.length, data: found.slice(offset, offset + limit).map((worker) => renderWorker(world, worker)) }
})
