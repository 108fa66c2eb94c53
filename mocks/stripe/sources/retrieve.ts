import { behaviour } from '../api.js'
import { checkClientSecret } from '../keys/client-secret.js'

/**
 * With a publishable key the client secret must be given, and must be this one's.
 * @throws resource_missing (404), a wrong client secret (401) @source https://docs.stripe.com/api/sources/retrieve (read 2026-11-24)
 */
export const retrieveSourceObject = behaviour('GET /v1/sources/{source}', ({ params, query, call }, world) => {
  const source = world.sources.get(params.source, 'source')
  checkClientSecret(source, query.client_secret, call)
  return source
})
