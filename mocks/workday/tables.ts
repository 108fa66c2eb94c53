import type { VendorDefinition } from '../../src/engine/kit.js'
import type { WorkdayWorld } from './world.js'

/** How rows are found without a scan. Every kind with a reference id is found by it. */
export const tables: NonNullable<VendorDefinition<WorkdayWorld>['tables']> = {
  workers: { indexes: ['reference', 'person', 'userName'] },
  organizations: { indexes: ['reference', 'type', 'superior', 'manager'] },
  'job-profiles': { indexes: ['reference', 'family'] },
  'job-families': { indexes: ['reference', 'group'] },
  'job-family-groups': { indexes: ['reference'] },
  locations: { indexes: ['reference'] },
  positions: { indexes: ['reference', 'organization'] },
  'time-off': { indexes: ['worker'] },
  feedback: { indexes: ['worker'] },
  events: { indexes: ['worker', 'person', 'status'] },
  'transaction-log': { indexes: ['worker', 'event'] },
}
