import { behaviour } from '../api.js'
import { invalidRequest, notModelled } from '../errors.js'
import { mintSecret } from '../events/endpoint-secrets.js'
import { mergeMetadata } from '../metadata.js'
import { checkUrl } from '../webhook-endpoints/webhook-endpoint.js'
import { checkEventTypes, destinationsOf, shownDestination } from './event-destination.js'

/**
 * Creates a destination that events are sent to, thin or whole; its secret is shown this once, if `include` asks for it.
 * @throws invalid_fields, url_invalid (400), destinations at Amazon or Azure (501)
 * @source https://docs.stripe.com/api/v2/core/event_destinations/create (read 2026-11)
 */
export const createDestination = behaviour('POST /v2/core/event_destinations', ({ body }, world) => {
  if (body.type !== 'webhook_endpoint') throw notModelled(`event destinations of type ${body.type}`)
  const url = body.webhook_endpoint?.url
  if (url === undefined)
    throw invalidRequest('webhook_endpoint.url is required for a destination of type webhook_endpoint.', {
      code: 'invalid_fields',
      param: 'webhook_endpoint.url',
    })
  checkUrl(url)
  checkEventTypes(body.enabled_events, body.event_payload, world)
  const now = new Date(world.port.now()).toISOString()
  const destination = destinationsOf(world).insert({
    id: world.id('ed_test'),
    object: 'v2.core.event_destination',
    created: now,
    description: body.description ?? '',
    enabled_events: body.enabled_events,
    event_payload: body.event_payload,
    ...(body.events_from && { events_from: body.events_from }),
    livemode: false,
    metadata: mergeMetadata({}, body.metadata as Record<string, string> | undefined),
    name: body.name,
    ...(body.event_payload === 'snapshot' && {
      snapshot_api_version: body.snapshot_api_version ?? world.description.version,
    }),
    status: 'enabled',
    type: 'webhook_endpoint',
    updated: now,
    webhook_endpoint: { url },
  })
  return shownDestination(destination, body.include, mintSecret(world, destination.id))
})
