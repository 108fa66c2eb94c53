import type { Drafts } from './index.js'
import { record } from './schemas.js'

const ingest = '/services/data/{version}/jobs/ingest'
const query = '/services/data/{version}/jobs/query'
const csv = 'text/csv'
const listing = ['isPkChunkingEnabled', 'jobType', 'queryLocator', 'concurrencyMode']

/** Bulk API 2.0. */
export const jobs: Drafts = {
  '/services/data/{version}/jobs': { get: { operationId: 'ListJobResources', answer: record } },
  [ingest]: {
    get: { operationId: 'ListIngestJobs', query: listing, answer: record },
    post: { operationId: 'CreateIngestJob', body: record, answer: record },
  },
  [`${ingest}/{job}`]: {
    get: { operationId: 'RetrieveIngestJob', answer: record },
    patch: { operationId: 'CloseIngestJob', body: record, answer: record },
    delete: { operationId: 'DeleteIngestJob', status: 204 },
  },
  [`${ingest}/{job}/batches`]: {
    put: { operationId: 'UploadIngestData', body: { type: 'string' }, mediaType: csv, status: 201 },
  },
  [`${ingest}/{job}/successfulResults`]: {
    get: { operationId: 'IngestSuccesses', answer: { type: 'string' }, answerType: csv },
  },
  [`${ingest}/{job}/failedResults`]: {
    get: { operationId: 'IngestFailures', answer: { type: 'string' }, answerType: csv },
  },
  [`${ingest}/{job}/unprocessedrecords`]: {
    get: { operationId: 'IngestUnprocessed', answer: { type: 'string' }, answerType: csv },
  },
  [query]: {
    get: { operationId: 'ListQueryJobs', query: listing, answer: record },
    post: { operationId: 'CreateQueryJob', body: record, answer: record },
  },
  [`${query}/{job}`]: {
    get: { operationId: 'RetrieveQueryJob', answer: record },
    patch: { operationId: 'AbortQueryJob', body: record, answer: record },
    delete: { operationId: 'DeleteQueryJob', status: 204 },
  },
  [`${query}/{job}/results`]: {
    get: {
      operationId: 'QueryJobResults',
      query: ['locator', 'maxRecords'],
      answer: { type: 'string' },
      answerType: csv,
    },
  },
  [`${query}/{job}/resultPages`]: { get: { operationId: 'QueryJobResultPages', answer: record } },
}
