import type { Drafts } from './index.js'
import { anything, queryResult, record } from './schemas.js'

const base = '/services/data/{version}'

/** SOQL and SOSL. */
export const query: Drafts = {
  [`${base}/query`]: { get: { operationId: 'Query', query: ['q', 'explain', 'columns'], answer: record } },
  [`${base}/query/{locator}`]: { get: { operationId: 'QueryMore', answer: queryResult } },
  [`${base}/queryAll`]: { get: { operationId: 'QueryAll', query: ['q', 'explain', 'columns'], answer: record } },
  [`${base}/queryAll/{locator}`]: { get: { operationId: 'QueryAllMore', answer: queryResult } },
  [`${base}/search`]: { get: { operationId: 'Search', query: ['q'], answer: anything } },
  [`${base}/search/scopeOrder`]: { get: { operationId: 'SearchScopeOrder', answer: anything } },
  [`${base}/search/layout`]: { get: { operationId: 'SearchLayout', query: ['q'], answer: anything } },
  [`${base}/search/suggestions`]: {
    get: { operationId: 'SearchSuggestions', query: ['q', 'sobject'], answer: anything },
  },
  [`${base}/parameterizedSearch`]: {
    get: { operationId: 'ParameterizedSearch', query: ['q', 'sobject', 'fields'], answer: anything },
    post: { operationId: 'ParameterizedSearchByBody', body: record, answer: anything },
  },
}
