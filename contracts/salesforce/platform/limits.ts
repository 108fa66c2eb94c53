import type { Drafts } from './index.js'
import { record } from './schemas.js'

const base = '/services/data/{version}'

/** What the org has used of its limits. */
export const limits: Drafts = {
  [`${base}/limits`]: { get: { operationId: 'Limits', answer: record } },
  [`${base}/limits/recordCount`]: { get: { operationId: 'RecordCount', query: ['sObjects'], answer: record } },
}
