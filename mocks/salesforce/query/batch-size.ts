import type { CallFacts } from '../../../src/engine/kit.js'

const LEAST = 200
const MOST = 2000

/**
 * How many records a page has: `Sforce-Query-Options: batchSize=500`, 2000 without it. What is out of bounds is drawn into them.
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_queryoptions.htm (read 2026-11)
 */
export function batchSizeOf(call: CallFacts): number {
  const asked = Number(/batchSize\s*=\s*(\d+)/i.exec(call.header('sforce-query-options') ?? '')?.[1] ?? MOST)
  return Math.min(MOST, Math.max(LEAST, asked))
}
