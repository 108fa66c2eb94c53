import type { Behaviour } from '../../../src/engine/kit.js'
import { eventStepBehaviours } from './business-process/event-steps.js'
import { eventBehaviours } from './business-process/events.js'
import { personBehaviours } from './person/behaviours.js'
import { staffingBehaviours } from './staffing/behaviours.js'

/** Of all REST services. */
export const restBehaviours: readonly Behaviour[] = [
  ...staffingBehaviours,
  ...personBehaviours,
  ...eventBehaviours,
  ...eventStepBehaviours,
]
