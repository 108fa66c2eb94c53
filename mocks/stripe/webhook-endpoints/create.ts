import { behaviour } from '../api.js'
import { mintSecret } from '../events/endpoint-secrets.js'
import { checkUrl, type EndpointInput, insertEndpoint } from './webhook-endpoint.js'

/**
 * Creates an endpoint; its secret is shown this once. Hosts other than loopback are kept, and their deliveries held.
 * With `connect` it is told of events of connected accounts, and of no others.
 * @throws parameter_missing, url_invalid (400)  @source https://docs.stripe.com/api/webhook_endpoints/create (read 2026-11-24)
 */
export const createEndpoint = behaviour('POST /v1/webhook_endpoints', ({ body }, world) => {
  checkUrl(body.url)
  const endpoint = insertEndpoint(world, body as EndpointInput)
  if (body.connect) world.connectEndpoints.put({ id: endpoint.id, ownToo: false })
  return { ...endpoint, secret: mintSecret(world, endpoint.id) }
})
