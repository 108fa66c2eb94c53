import type { EventDestination } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

export const destinationsOf = (world: StripeWorld) => world.collection<EventDestination>('v2.core.event_destination')

/** What is shown only when it is asked for. */
export function shownDestination(
  destination: EventDestination,
  include: readonly string[] | undefined,
  secret?: string,
): EventDestination {
  const { webhook_endpoint: endpoint, ...rest } = destination
  const shown = {
    ...(include?.includes('webhook_endpoint.url') && endpoint?.url !== undefined && { url: endpoint.url }),
    ...(include?.includes('webhook_endpoint.signing_secret') && secret !== undefined && { signing_secret: secret }),
  }
  return endpoint ? { ...rest, webhook_endpoint: shown } : rest
}

/** @throws types of events that Stripe does not send in that form (400) @unverified wording */
export function checkEventTypes(types: readonly string[], payload: string, world: StripeWorld): void {
  const known: object = payload === 'thin' ? world.description.thinEvents : world.description.events
  const unknown = types.filter((type) => type !== '*' && !Object.hasOwn(known, type))
  if (types.length === 0 || unknown.length > 0) {
    throw invalidRequest(
      types.length === 0
        ? 'enabled_events must name at least one type of event.'
        : `There are no ${payload} events of type ${unknown.join(', ')}.`,
      { code: 'invalid_fields', param: 'enabled_events' },
    )
  }
}

/** Whether a destination of a payload wants an event of a type. */
export function wantsEvent(destination: EventDestination, payload: 'thin' | 'snapshot', type: string): boolean {
  const { event_payload, status, enabled_events: types } = destination
  return event_payload === payload && status === 'enabled' && (types.includes('*') || types.includes(type))
}
