import type { Behaviour } from '../../../../src/engine/kit.js'
import type { CurrentJob } from '../../present.js'
import type { WorkdayWorld } from '../../world.js'
import { collection } from '../collection.js'
import { given } from '../given.js'
import { workerReference } from '../references.js'
import { STAFFING } from './base.js'
import { renderJob } from './workers/worker.js'

/** A job with who does it. Its id is that of the position. */
export function renderJobHeld(world: WorkdayWorld, { worker, job }: CurrentJob) {
  return { ...renderJob(world, job), ...given('worker', workerReference(world, worker.id)) }
}

/** Jobs of those who are here. No workspace is set up in this tenant. @source facts A8 (read 2026-11-23) */
export const jobBehaviours: readonly Behaviour[] = [
  ...collection<CurrentJob>({
    list: `GET ${STAFFING}/jobs`,
    one: `GET ${STAFFING}/jobs/{ID}`,
    all: (world) => world.currentJobs(),
    idOf: ({ job }) => job.position,
    find: (world, id) => world.currentJob(id),
    render: renderJobHeld,
  }),
  ...collection<never>({
    list: `GET ${STAFFING}/jobs/{ID}/workspace`,
    one: `GET ${STAFFING}/jobs/{ID}/workspace/{subresourceID}`,
    all: () => [],
    idOf: (none) => none,
    render: (_, none) => none,
  }),
]
