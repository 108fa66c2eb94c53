import type { CallFacts } from '../../../src/engine/kit.js'
import { fail } from '../errors.js'

const LEAST = 200
const MOST = 2000

/**
 * How many records a page has: `Sforce-Query-Options: batchSize=500`, 2000 without it. What is out of bounds is drawn into them.
 * @throws INVALID_BATCH_SIZE (400) for what is no number @unverified its words
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_queryoptions.htm (read 2026-11)
 */
export function batchSizeOf(call: CallFacts): number {
  const [, size] = /batchSize\s*=\s*([^\s,;]*)/i.exec(call.header('sforce-query-options') ?? '') ?? []
  const asked = size === undefined ? MOST : Number(size || Number.NaN)
  if (!Number.isInteger(asked)) throw fail(400, 'INVALID_BATCH_SIZE', `Invalid batch size: ${size}`)
  return Math.min(MOST, Math.max(LEAST, asked))
}
