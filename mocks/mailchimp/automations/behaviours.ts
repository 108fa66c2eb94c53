import type { Behaviour } from '../../../src/engine/kit.js'
import { archive, pauseAll, pauseEmail, startAll, startEmail } from './actions.js'
import { create } from './create.js'
import { addToQueue, removeSubscriber } from './queue.js'

export const automationBehaviours: readonly Behaviour[] = [
  create,
  startAll,
  pauseAll,
  archive,
  startEmail,
  pauseEmail,
  addToQueue,
  removeSubscriber,
]
