import type { Drafts } from './index.js'
import { anything, listOf, open, record, recordAnswer, saveResult, version } from './schemas.js'

const base = '/services/data/{version}'
const sobject = `${base}/sobjects/{sobject}`

/** Versions, resources, describes and records. */
export const objects: Drafts = {
  '/services/data': { get: { operationId: 'ListVersions', answer: listOf(version), open: true } },
  [base]: { get: { operationId: 'ListResources', answer: record } },
  [`${base}/sobjects`]: {
    get: { operationId: 'DescribeGlobal', answer: open({ encoding: {}, maxBatchSize: {}, sobjects: listOf(record) }) },
  },
  [sobject]: {
    get: { operationId: 'BasicInformation', answer: open({ objectDescribe: record, recentItems: listOf(record) }) },
    post: { operationId: 'CreateRecord', body: record, answer: saveResult, status: 201 },
  },
  [`${sobject}/describe`]: { get: { operationId: 'Describe', answer: record } },
  [`${sobject}/describe/layouts`]: { get: { operationId: 'DescribeLayouts', answer: record } },
  [`${sobject}/describe/layouts/{recordType}`]: { get: { operationId: 'DescribeLayout', answer: record } },
  [`${sobject}/describe/namedLayouts/{layout}`]: { get: { operationId: 'DescribeNamedLayout', answer: record } },
  [`${sobject}/describe/compactLayouts`]: { get: { operationId: 'DescribeCompactLayouts', answer: record } },
  [`${sobject}/describe/approvalLayouts`]: { get: { operationId: 'DescribeApprovalLayouts', answer: record } },
  [`${sobject}/updated`]: {
    get: {
      operationId: 'GetUpdated',
      query: ['start', 'end'],
      answer: open({ ids: listOf({ type: 'string' }), latestDateCovered: { type: 'string' } }),
    },
  },
  [`${sobject}/deleted`]: {
    get: {
      operationId: 'GetDeleted',
      query: ['start', 'end'],
      answer: open({ deletedRecords: listOf(record), earliestDateAvailable: {}, latestDateCovered: {} }),
    },
  },
  [`${sobject}/listviews`]: { get: { operationId: 'ListViews', answer: record } },
  [`${sobject}/quickActions`]: { get: { operationId: 'ListObjectQuickActions', answer: anything } },
  [`${sobject}/{id}`]: {
    get: { operationId: 'RetrieveRecord', query: ['fields'], answer: recordAnswer },
    patch: { operationId: 'UpdateRecord', body: record, status: 204 },
    post: { operationId: 'UpsertWithoutId', body: record, answer: saveResult, status: 201 },
    delete: { operationId: 'DeleteRecord', status: 204 },
  },
  [`${sobject}/{id}/{name}`]: {
    get: { operationId: 'RetrieveByExternalIdOrFollow', query: ['fields'], answer: anything },
    patch: { operationId: 'UpsertByExternalId', query: ['updateOnly'], body: record, answer: saveResult },
    post: { operationId: 'InsertByExternalId', body: record, answer: saveResult, status: 201 },
    delete: { operationId: 'DeleteByExternalIdOrUnlink', status: 204 },
  },
  [`${sobject}/{id}/{name}/{relationship}`]: {
    get: { operationId: 'FollowFromExternalId', query: ['fields'], answer: anything },
  },
  [`${base}/recent`]: { get: { operationId: 'ListRecent', query: ['limit'], answer: listOf(record) } },
  [`${base}/tabs`]: { get: { operationId: 'ListTabs', answer: listOf(record) } },
  [`${base}/theme`]: { get: { operationId: 'GetTheme', answer: record } },
  [`${base}/appMenu/{type}`]: { get: { operationId: 'GetAppMenu', answer: record } },
  [`${base}/quickActions`]: { get: { operationId: 'ListQuickActions', answer: anything } },
}
