import type { DeliveryRow, EventRules } from '../../src/engine/kit.js'
import { transactionalEvents } from './transactional/events.js'
import { isTriggered, TRIGGERED } from './transactional/webhooks/trigger.js'
import { EVENT_PREFIX, marketingEvents } from './webhooks/deliver.js'
import { FORGERIES } from './webhooks/forge.js'
import { subscribeAll, unsubscribeAll } from './webhooks/subscribe-all.js'
import { EVENTS } from './webhooks/webhook.js'
import type { MailchimpWorld } from './world.js'

/** Whose a delivery is: an endpoint of `standin webhooks listen` hears of both APIs. */
function of({ event }: Pick<DeliveryRow, 'event'>): EventRules<MailchimpWorld> {
  return event.startsWith(EVENT_PREFIX) ? marketingEvents : transactionalEvents
}

/** Both APIs have webhooks, each with its own form, signature and patience. */
export const events: EventRules<MailchimpWorld> = {
  record: (event, world) => [...marketingEvents.record(event, world), ...transactionalEvents.record(event, world)],
  request: (delivery, world, wallTime) => of(delivery).request(delivery, world, wallTime),
  requestWith: (delivery, body, world, wallTime) => {
    const rules = of(delivery)
    return rules.requestWith?.(delivery, body, world, wallTime) ?? { ...rules.request(delivery, world, wallTime), body }
  },
  forgeries: FORGERIES,
  forge: (delivery, world, wallTime, how) => {
    const rules = of(delivery)
    return rules.forge?.(delivery, world, wallTime, how) ?? rules.request(delivery, world, wallTime)
  },
  table: '_webhook_event',
  retryAfter: (attempts, delivery) => of(delivery).retryAfter(attempts, delivery),
  wanted: (delivery, world) => of(delivery).wanted(delivery, world),
  accepts: (status) => status >= 200 && status < 300,
  timeout: 10_000,
  endpoints: (world) => merged([...endpointsOf(marketingEvents, world), ...endpointsOf(transactionalEvents, world)]),
  secrets: (endpoint, world) => [
    ...new Set([marketingEvents, transactionalEvents].flatMap((rules) => rules.secrets?.(endpoint, world) ?? [])),
  ],
  triggers: () => [...EVENTS, ...TRIGGERED],
  trigger: (type, world) => (isTriggered(type) ? transactionalEvents : marketingEvents).trigger?.(type, world),
  subscribe: subscribeAll,
  unsubscribe: unsubscribeAll,
}

function endpointsOf(rules: EventRules<MailchimpWorld>, world: MailchimpWorld): readonly Endpoint[] {
  return rules.endpoints?.(world) ?? []
}

type Endpoint = ReturnType<NonNullable<EventRules<MailchimpWorld>['endpoints']>>[number]

/** One that both have is one, with the events of both. */
function merged(all: readonly Endpoint[]): Endpoint[] {
  const byId = new Map<string, Endpoint>()
  for (const endpoint of all) {
    const other = byId.get(endpoint.id)
    byId.set(endpoint.id, other ? { ...other, events: [...other.events, ...endpoint.events] } : endpoint)
  }
  return [...byId.values()]
}
