import type { Behaviour } from '../../../../src/engine/kit.js'
import { workerCollection } from '../common/workers.js'

const COMPENSATION = '/ccx/api/compensation/v2/{tenant}'

/** Workers, as this service tells them. Scorecards and one-time payments are not modelled. @source facts A6 (read 2026-11-23) */
export const compensationBehaviours: readonly Behaviour[] = workerCollection(
  `GET ${COMPENSATION}/workers`,
  `GET ${COMPENSATION}/workers/{id}`,
)
