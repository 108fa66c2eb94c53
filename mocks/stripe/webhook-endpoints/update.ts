import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { optional } from '../unset.js'
import { checkUrl } from './webhook-endpoint.js'

/** @throws resource_missing (404), url_invalid (400) @source https://docs.stripe.com/api/webhook_endpoints/update (read 2026-11-24) */
export const updateEndpoint = behaviour(
  'POST /v1/webhook_endpoints/{webhook_endpoint}',
  ({ params, body = {} }, world) => {
    const endpoint = world.webhookEndpoints.get(params.webhook_endpoint, 'webhook_endpoint')
    if (body.url !== undefined) checkUrl(body.url)
    return world.webhookEndpoints.update(endpoint.id, {
      description: optional(body.description, endpoint.description),
      enabled_events: body.enabled_events ?? endpoint.enabled_events,
      metadata: mergeMetadata(endpoint.metadata as Metadata, body.metadata),
      status: body.disabled === undefined ? endpoint.status : body.disabled ? 'disabled' : 'enabled',
      url: body.url ?? endpoint.url,
    })
  },
)
