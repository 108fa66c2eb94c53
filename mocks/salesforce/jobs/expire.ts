import type { SalesforceWorld } from '../world.js'
import type { IngestJob } from './ingest-job.js'
import { ingestJobs, queryJobs } from './job-store.js'

/** Files go when the transaction has been committed, so that a rollback finds them still there. */
function deleteFiles(world: SalesforceWorld, files: readonly (string | undefined)[]): void {
  world.port.world.current.afterCommit.push(() => {
    for (const file of files) if (file !== undefined) world.port.files.delete(file)
  })
}

export function deleteIngestFiles(world: SalesforceWorld, job: IngestJob): void {
  deleteFiles(world, [job.upload?.file, job.successes?.file, job.failures?.file])
}

export function deleteQueryFiles(world: SalesforceWorld, file: string | undefined): void {
  deleteFiles(world, [file])
}

/** Seven days after it was made, a job is gone. */
export function expireJob(world: SalesforceWorld, id: string): void {
  const ingest = ingestJobs(world).find(id)
  if (ingest) {
    ingestJobs(world).delete(id)
    deleteIngestFiles(world, ingest)
  }
  const query = queryJobs(world).find(id)
  if (query) {
    queryJobs(world).delete(id)
    deleteQueryFiles(world, query.results?.file)
  }
}
