import type { Behaviour } from '../../../../src/engine/kit.js'
import { listWorkers } from './workers/list.js'
import { retrieveWorker } from './workers/retrieve.js'

export const staffingBehaviours: readonly Behaviour[] = [listWorkers, retrieveWorker]
