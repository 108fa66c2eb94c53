import type { Behaviour } from '../../../src/engine/kit.js'
import { absenceBehaviours } from './absence/behaviours.js'
import { eventStepBehaviours } from './business-process/event-steps.js'
import { eventBehaviours } from './business-process/events.js'
import { titleChangeBehaviours } from './common/business-title-changes.js'
import { commonOrganizationBehaviours } from './common/organizations.js'
import { commonWorkerBehaviours } from './common/workers.js'
import { compensationBehaviours } from './compensation/behaviours.js'
import { feedbackBehaviours } from './feedback/behaviours.js'
import { personBehaviours } from './person/behaviours.js'
import { staffingBehaviours } from './staffing/behaviours.js'

/** Of all REST services. */
export const restBehaviours: readonly Behaviour[] = [
  ...staffingBehaviours,
  ...personBehaviours,
  ...eventBehaviours,
  ...eventStepBehaviours,
  ...commonWorkerBehaviours,
  ...commonOrganizationBehaviours,
  ...titleChangeBehaviours,
  ...absenceBehaviours,
  ...compensationBehaviours,
  ...feedbackBehaviours,
]
