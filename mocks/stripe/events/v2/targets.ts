import type { Row, Target } from '../../../../src/engine/kit.js'
import type { Event, EventDestination } from '../../api.js'
import { destinationsOf, wantsEvent } from '../../event-destinations/event-destination.js'
import type { StripeWorld } from '../../world.js'
import { insertThinEvent, type ThinEvent, twinId } from './thin-event.js'

/** The destinations that asked for an event of API v1, whole or thin. */
export function targetsOf(event: Event, world: StripeWorld): Target[] {
  return destinationsOf(world)
    .all()
    .flatMap((destination) => {
      if (wantsEvent(destination, 'snapshot', event.type)) return targetAt(destination, event.id)
      const thin = `v1.${event.type}`
      const has = Object.hasOwn(world.description.thinEvents, thin)
      return has && wantsEvent(destination, 'thin', thin) ? targetAt(destination, twinId(event.id)) : []
    })
}

/** Keeps an event that API v1 does not have, and names the destinations that asked for it. */
export function recordThin(type: string, object: Row & Record<string, unknown>, world: StripeWorld): Target[] {
  const event = insertThinEvent(type, object, world)
  return destinationsOf(world)
    .all()
    .filter((destination) => wantsEvent(destination, 'thin', type))
    .flatMap((destination) => targetAt(destination, event.id))
}

function targetAt({ id, webhook_endpoint: endpoint }: EventDestination, event: string): Target[] {
  return endpoint?.url === undefined ? [] : [{ event, endpoint: id, url: endpoint.url }]
}

/** Sends an event to one destination, whatever it asked for. */
export function deliverThin(event: ThinEvent, destination: EventDestination, world: StripeWorld): void {
  const { port } = world
  const emitted = {
    vendor: port.runtime.name,
    scope: port.scope,
    type: event.type,
    object: event,
    details: {},
    at: port.now(),
  }
  for (const target of targetAt(destination, event.id)) port.world.deliveries.enqueue(port, emitted, target)
}
