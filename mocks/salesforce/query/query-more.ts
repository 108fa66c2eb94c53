import type { CallFacts } from '../../../src/engine/kit.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import type { SalesforceWorld } from '../world.js'
import { batchSizeOf } from './batch-size.js'
import { readCursor } from './cursors.js'

interface Asked {
  readonly params: { readonly version: string; readonly locator: string }
  readonly call: CallFacts
}

/**
 * The next page of a query: the rows as they were when it was asked.
 * @throws INVALID_QUERY_LOCATOR (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query_more_results.htm (read 2026-11)
 */
export const queryMore = behaviour('GET /services/data/{version}/query/{locator}', (asked, world) =>
  nextPage(asked, world, 'query'),
)

/** As queryMore, of a queryAll. @source as there */
export const queryAllMore = behaviour('GET /services/data/{version}/queryAll/{locator}', (asked, world) =>
  nextPage(asked, world, 'queryAll'),
)

function nextPage({ params, call }: Asked, world: SalesforceWorld, resource: string) {
  const { userId } = actorOf(call, world, params.version)
  const { id, total, records, next } = readCursor(world, userId, params.locator, batchSizeOf(call))
  const link = next !== undefined && { nextRecordsUrl: `/services/data/${params.version}/${resource}/${id}-${next}` }
  return { totalSize: total, done: next === undefined, ...link, records: [...records] }
}
