import { notFound } from '../errors.js'
import { resolve } from '../references.js'
import type { WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'

/** The worker that a path names. @throws 404 */
export function workerNamed(world: WorkdayWorld, id: string): WorkerRow {
  const worker = resolve<WorkerRow>(world, 'worker', id)
  if (!worker) throw notFound()
  return worker
}
