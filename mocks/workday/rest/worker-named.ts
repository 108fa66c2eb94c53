import { notFound } from '../errors.js'
import { resolve } from '../references.js'
import type { WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import { type Asked, ownerOf } from './collection.js'

/** The worker that a path names. @throws 404 */
export function workerNamed(world: WorkdayWorld, id: string): WorkerRow {
  const worker = resolve<WorkerRow>(world, 'worker', id)
  if (!worker) throw notFound()
  return worker
}

/** The worker whose sub-resources are asked for. @throws 404 */
export function workerAsked(world: WorkdayWorld, { params }: Pick<Asked, 'params'>): WorkerRow {
  return workerNamed(world, ownerOf(params))
}
