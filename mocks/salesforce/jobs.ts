import { bulkJobs } from './jobs/bulk-jobs.js'
import type { SalesforceWorld } from './world.js'

/** What is scheduled by name. */
export const jobs: Readonly<Record<string, (data: Readonly<Record<string, unknown>>, world: SalesforceWorld) => void>> =
  { ...bulkJobs }
