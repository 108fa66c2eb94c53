import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { since } from '../versions-since.js'
import { parseParts } from './parse-parts.js'
import { runParts } from './run-parts.js'

const MOST_NODES = 500
const MOST_GRAPHS = 75

/**
 * Runs graphs of requests; each graph comes to be whole or not at all, whatever became of the others.
 * @throws MISSING_ARGUMENT, LIMIT_EXCEEDED (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph.htm (read 2026-11)
 */
export const graph = behaviour('POST /services/data/{version}/composite/graph', ({ params, body }, world) => {
  since(50, params.version)
  const { graphs } = body as { graphs?: unknown }
  if (!Array.isArray(graphs)) throw fail(400, 'MISSING_ARGUMENT', 'graphs is required')
  if (graphs.length > MOST_GRAPHS) throw fail(400, 'LIMIT_EXCEEDED', `Up to ${MOST_GRAPHS} graphs can be sent at once.`)
  const read = graphs.map((each: { graphId?: unknown; compositeRequest?: unknown }) => ({
    graphId: String(each?.graphId ?? ''),
    parts: parseParts(each?.compositeRequest, MOST_NODES),
  }))
  const nodes = read.reduce((sum, { parts }) => sum + parts.length, 0)
  if (nodes > MOST_NODES) throw fail(400, 'LIMIT_EXCEEDED', `Up to ${MOST_NODES} nodes can be sent at once.`)
  return {
    graphs: read.map(({ graphId, parts }) => {
      const compositeResponse = runParts(world, parts, true)
      const isSuccessful = compositeResponse.every(({ httpStatusCode }) => httpStatusCode < 400)
      return { graphId, graphResponse: { compositeResponse }, isSuccessful }
    }),
  }
})
