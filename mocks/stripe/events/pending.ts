import type { Event } from '../api.js'
import type { StripeWorld } from '../world.js'

/** The event with the number of endpoints that have not taken it yet. */
export function withPending(event: Event, world: StripeWorld): Event {
  const pending = world.port.world.deliveries.of(event.id).filter(({ state }) => state !== 'delivered').length
  return pending === event.pending_webhooks ? event : { ...event, pending_webhooks: pending }
}
