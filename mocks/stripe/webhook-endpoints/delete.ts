import { behaviour } from '../api.js'

/** Deletes an endpoint; what was still to be retried is dropped. @throws resource_missing (404) @source https://docs.stripe.com/api/webhook_endpoints/delete (read 2026-11-24) */
export const deleteEndpoint = behaviour('DELETE /v1/webhook_endpoints/{webhook_endpoint}', ({ params }, world) => {
  const { id } = world.webhookEndpoints.get(params.webhook_endpoint, 'webhook_endpoint')
  world.webhookEndpoints.delete(id)
  world.endpointSecrets.delete(id)
  world.connectEndpoints.delete(id)
  return { id, object: 'webhook_endpoint' as const, deleted: true as const }
})
