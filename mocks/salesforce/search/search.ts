import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { environmentOf } from '../query/environment-of.js'
import { parseSosl } from './parse-sosl.js'
import { runSearch } from './run-search.js'
import { malformedSearch } from './term.js'

/** Since this version the records stand in an object, before in a bare array. */
const WRAPPED_SINCE = 37

/**
 * Answers a SOSL search. What was just saved is found at once, where Salesforce takes some seconds to index it.
 * @throws MALFORMED_SEARCH, INVALID_FIELD, INVALID_TYPE (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search.htm (read 2026-11)
 */
export const search = behaviour('GET /services/data/{version}/search', ({ params, query, call }, world) => {
  const actor = actorOf(call, world, params.version)
  const { q = '' } = query
  if (q.trim() === '') throw malformedSearch('No search term found. The search term must be enclosed in braces.')
  const searchRecords = runSearch(parseSosl(q), q, environmentOf(world, actor, false))
  return actor.version < WRAPPED_SINCE ? searchRecords : { searchRecords }
})
