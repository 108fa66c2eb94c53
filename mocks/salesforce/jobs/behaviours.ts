import type { Behaviour } from '../../../src/engine/kit.js'
import { changeIngestJob, deleteIngestJob, listIngestJobs, retrieveIngestJob } from './change-ingest-job.js'
import { abortQueryJob, deleteQueryJob, listJobResources, listQueryJobs, retrieveQueryJob } from './change-query-job.js'
import { createIngestJob } from './create-ingest-job.js'
import { createQueryJob } from './create-query-job.js'
import { ingestFailures, ingestSuccesses, ingestUnprocessed } from './ingest-results.js'
import { queryJobResults } from './query-results.js'
import { uploadData } from './upload-data.js'

export const bulkBehaviours: readonly Behaviour[] = [
  listJobResources,
  createIngestJob,
  uploadData,
  changeIngestJob,
  retrieveIngestJob,
  deleteIngestJob,
  listIngestJobs,
  ingestSuccesses,
  ingestFailures,
  ingestUnprocessed,
  createQueryJob,
  retrieveQueryJob,
  abortQueryJob,
  deleteQueryJob,
  listQueryJobs,
  queryJobResults,
]
