import { behaviour } from '../../../api.js'
import { workerNamed } from '../../worker-named.js'
import { renderWorker } from './worker.js'

/** One worker. @throws 404 for one that there is not @source facts A8 (read 2026-11-23) */
export const retrieveWorker = behaviour('GET /ccx/api/staffing/v6/{tenant}/workers/{ID}', ({ params }, world) =>
  renderWorker(world, workerNamed(world, params.ID)),
)
