import type { Change } from '../business-process/change.js'
import { conflicting } from '../business-process/process.js'
import type { Day } from '../history/dates.js'
import { type Fact, standing } from '../history/fact.js'
import type { WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'

/** The changes of which a worker has one under way at a time. */
const STAFFING: readonly Change['kind'][] = ['hire', 'change-job', 'change-assignments', 'terminate']

/** Whether something is under way for a worker that stands against a further change. */
export function hasPending(world: WorkdayWorld, worker: string): boolean {
  return conflicting(world, worker, STAFFING) !== undefined
}

/** Whether something of a worker's that is approved takes effect after a day. */
export function hasLater(world: WorkdayWorld, worker: WorkerRow, day: Day): boolean {
  const now = world.now()
  const facts: Fact<unknown>[] = [...worker.employment, ...worker.jobs.flatMap((held) => held.facts)]
  return standing(facts, now).some(({ effective }) => effective > day)
}

/** WID of the worker who holds a position on a day, if anybody does. */
export function holderOf(world: WorkdayWorld, position: string, day: Day): string | undefined {
  const asOf = { effective: day, entered: world.now() }
  const holder = world.workers
    .all()
    .find(
      (worker) =>
        worker.jobs.some((held) => held.position === position) &&
        world.isActive(worker, asOf) &&
        world.jobsOf(worker, asOf).some(({ held }) => held.position === position),
    )
  return holder?.id
}
