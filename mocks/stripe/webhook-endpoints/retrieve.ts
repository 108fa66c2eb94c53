import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/webhook_endpoints/retrieve (read 2026-11-24) */
export const retrieveEndpoint = behaviour('GET /v1/webhook_endpoints/{webhook_endpoint}', ({ params }, world) =>
  world.webhookEndpoints.get(params.webhook_endpoint, 'webhook_endpoint'),
)
