import { behaviour } from '../api.js'
import { since } from '../versions-since.js'
import { parseParts } from './parse-parts.js'
import { runParts } from './run-parts.js'

/** Parts of one composite. @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm (read 2026-11) */
const MOST_PARTS = 25

/**
 * Runs up to 25 requests in order; later ones may refer to answers of earlier ones as `@{ref.id}`. The answer is 200 whatever
 * became of the parts. With `allOrNone` the first failure undoes all.
 * @throws MISSING_ARGUMENT, INVALID_INPUT, LIMIT_EXCEEDED (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite_post.htm (read 2026-11)
 */
export const composite = behaviour('POST /services/data/{version}/composite', ({ params, body }, world) => {
  since(38, params.version)
  const { compositeRequest, allOrNone } = body as { compositeRequest?: unknown; allOrNone?: unknown }
  const parts = parseParts(compositeRequest, MOST_PARTS)
  return { compositeResponse: runParts(world, parts, allOrNone === true) }
})

/** What composite resources there are. @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite.htm (read 2026-11) */
export const listCompositeResources = behaviour('GET /services/data/{version}/composite', ({ params }) => {
  const base = `/services/data/${params.version}/composite`
  return { tree: `${base}/tree`, batch: `${base}/batch`, sobjects: `${base}/sobjects`, graph: `${base}/graph` }
})
