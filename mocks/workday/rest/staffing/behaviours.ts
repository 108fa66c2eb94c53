import type { Behaviour } from '../../../../src/engine/kit.js'
import { jobChangeBehaviours } from './job-changes/behaviours.js'
import { jobProfileBehaviours } from './job-profiles.js'
import { jobBehaviours } from './jobs.js'
import { assignmentChangeBehaviours } from './organization-assignment-changes/behaviours.js'
import { supervisoryOrganizationBehaviours } from './supervisory-organizations.js'
import { staffingPrompts } from './values.js'
import { contactChangeBehaviours } from './workers/contact-changes.js'
import { listWorkers } from './workers/list.js'
import { retrieveWorker } from './workers/retrieve.js'
import { serviceDateBehaviours } from './workers/service-dates.js'

export const staffingBehaviours: readonly Behaviour[] = [
  listWorkers,
  retrieveWorker,
  ...serviceDateBehaviours,
  ...contactChangeBehaviours,
  ...jobBehaviours,
  ...jobProfileBehaviours,
  ...supervisoryOrganizationBehaviours,
  ...jobChangeBehaviours,
  ...assignmentChangeBehaviours,
  ...staffingPrompts,
]
