import type { Behaviour } from '../../../../../src/engine/kit.js'
import type { WorkerRow } from '../../../rows/worker.js'
import { collection } from '../../collection.js'
import { given } from '../../given.js'
import { workerAsked } from '../../worker-named.js'
import { STAFFING } from '../base.js'

/** When a worker came. One of them, under the worker's own id. @source facts A8 (read 2026-11-23) */
export const serviceDateBehaviours: readonly Behaviour[] = collection<WorkerRow>({
  list: `GET ${STAFFING}/workers/{ID}/serviceDates`,
  one: `GET ${STAFFING}/workers/{ID}/serviceDates/{subresourceID}`,
  all: (world, asked) => [workerAsked(world, asked)],
  idOf: ({ id }) => id,
  render: (world, worker) => {
    const employment = world.employment(worker)
    return {
      ...given('hireDate', employment?.hireDate),
      ...given('continuousServiceDate', employment?.originalHireDate),
    }
  },
})
