import { behaviour, type EventDestination } from '../api.js'
import { deliverThin } from '../events/v2/targets.js'
import { insertThinEvent } from '../events/v2/thin-event.js'
import { mergeMetadata } from '../metadata.js'
import { checkUrl } from '../webhook-endpoints/webhook-endpoint.js'
import type { StripeWorld } from '../world.js'
import { checkEventTypes, destinationsOf, shownDestination } from './event-destination.js'

function changed(world: StripeWorld, id: string, patch: Partial<EventDestination>): EventDestination {
  return destinationsOf(world).update(id, { ...patch, updated: new Date(world.port.now()).toISOString() })
}

/** @throws resource_missing (404), invalid_fields, url_invalid (400) @source https://docs.stripe.com/api/v2/core/event_destinations/update (read 2026-11) */
export const updateDestination = behaviour('POST /v2/core/event_destinations/{id}', ({ params, body = {} }, world) => {
  const destination = destinationsOf(world).get(params.id, 'id')
  const { url } = body.webhook_endpoint ?? {}
  if (url !== undefined) checkUrl(url)
  if (body.enabled_events) checkEventTypes(body.enabled_events, destination.event_payload, world)
  const updated = changed(world, destination.id, {
    description: body.description ?? destination.description,
    enabled_events: body.enabled_events ?? destination.enabled_events,
    metadata: mergeMetadata(destination.metadata as Record<string, string>, body.metadata as Record<string, string>),
    name: body.name ?? destination.name,
    ...(url !== undefined && { webhook_endpoint: { url } }),
  })
  return shownDestination(updated, body.include)
})

/** What was still to be tried again is dropped. @throws resource_missing (404) @source https://docs.stripe.com/api/v2/core/event_destinations/delete (read 2026-11) */
export const deleteDestination = behaviour('DELETE /v2/core/event_destinations/{id}', ({ params }, world) => {
  const { id } = destinationsOf(world).get(params.id, 'id')
  destinationsOf(world).delete(id)
  world.endpointSecrets.delete(id)
  return { id, object: 'v2.core.event_destination' }
})

/** @throws resource_missing (404) @source https://docs.stripe.com/api/v2/core/event_destinations/enable (read 2026-11) */
export const enableDestination = behaviour('POST /v2/core/event_destinations/{id}/enable', ({ params }, world) => {
  const { status_details: _, ...destination } = destinationsOf(world).get(params.id, 'id')
  destinationsOf(world).put({ ...destination, status: 'enabled' })
  return shownDestination(changed(world, destination.id, {}), undefined)
})

/** Nothing is sent there until it is enabled. @throws resource_missing (404) @source https://docs.stripe.com/api/v2/core/event_destinations/disable (read 2026-11) */
export const disableDestination = behaviour('POST /v2/core/event_destinations/{id}/disable', ({ params }, world) => {
  const { id } = destinationsOf(world).get(params.id, 'id')
  const updated = changed(world, id, { status: 'disabled', status_details: { disabled: { reason: 'user' } } })
  return shownDestination(updated, undefined)
})

/** Sends the destination an event that says no more than that. @throws resource_missing (404) @emits v2.core.event_destination.ping @source https://docs.stripe.com/api/v2/core/event_destinations/ping (read 2026-11) */
export const pingDestination = behaviour('POST /v2/core/event_destinations/{id}/ping', ({ params }, world) => {
  const destination = destinationsOf(world).get(params.id, 'id')
  const event = insertThinEvent('v2.core.event_destination.ping', { ...destination }, world)
  deliverThin(event, destination, world)
  return event
})
