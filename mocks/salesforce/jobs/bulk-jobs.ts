import type { SalesforceWorld } from '../world.js'
import { expireJob } from './expire.js'
import { ingestStep, startIngest } from './run-ingest.js'
import { runQuery, startQuery } from './run-query.js'

type Job = (data: Readonly<Record<string, unknown>>, world: SalesforceWorld) => void

const of =
  (run: (world: SalesforceWorld, id: string) => void): Job =>
  ({ job }, world) =>
    run(world, String(job))

/** What bulk jobs do on the world's clock. */
export const bulkJobs: Readonly<Record<string, Job>> = {
  'bulk start': of(startIngest),
  'bulk ingest': of(ingestStep),
  'bulk query start': of(startQuery),
  'bulk query': of(runQuery),
  'bulk expire': of(expireJob),
}
