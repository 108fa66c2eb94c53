import type { Drafts } from './index.js'
import { anything, listOf, open, record, saveResult } from './schemas.js'

const base = '/services/data/{version}'

/** Several requests in one. */
export const composite: Drafts = {
  [`${base}/composite`]: {
    get: { operationId: 'ListCompositeResources', answer: record },
    post: { operationId: 'Composite', body: record, answer: open({ compositeResponse: listOf(record) }) },
  },
  [`${base}/composite/batch`]: {
    post: { operationId: 'Batch', body: record, answer: open({ hasErrors: {}, results: listOf(record) }) },
  },
  [`${base}/composite/graph`]: {
    post: { operationId: 'Graph', body: record, answer: open({ graphs: listOf(record) }) },
  },
  [`${base}/composite/tree/{sobject}`]: {
    post: { operationId: 'Tree', body: record, answer: record, status: 201 },
  },
  [`${base}/composite/sobjects`]: {
    post: { operationId: 'CreateCollection', body: record, answer: listOf(saveResult) },
    patch: { operationId: 'UpdateCollection', body: record, answer: listOf(saveResult) },
    delete: { operationId: 'DeleteCollection', query: ['ids', 'allOrNone'], answer: listOf(saveResult) },
  },
  [`${base}/composite/sobjects/{sobject}`]: {
    get: { operationId: 'RetrieveCollection', query: ['ids', 'fields'], answer: listOf(anything) },
    post: { operationId: 'RetrieveCollectionByBody', body: record, answer: listOf(anything) },
  },
  [`${base}/composite/sobjects/{sobject}/{field}`]: {
    patch: { operationId: 'UpsertCollection', body: record, answer: listOf(saveResult) },
  },
}
