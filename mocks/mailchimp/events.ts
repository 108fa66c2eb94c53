import type { DeliveryRow, EventRules } from '../../src/engine/kit.js'
import { transactionalEvents } from './transactional/events.js'
import { subscribeAll } from './transactional/webhooks/subscribe-all.js'
import { isTriggered } from './transactional/webhooks/trigger.js'
import { marketingEvents } from './webhooks/deliver.js'
import { FORGERIES } from './webhooks/forge.js'
import type { MailchimpWorld } from './world.js'

/** Ids of Transactional's endpoints begin so, as ids of ours: on its wire they are numbers. */
export const TRANSACTIONAL_ENDPOINT = 'mandrill:'

function of({ endpoint }: Pick<DeliveryRow, 'endpoint'>): EventRules<MailchimpWorld> {
  return endpoint.startsWith(TRANSACTIONAL_ENDPOINT) ? transactionalEvents : marketingEvents
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
  endpoints: (world) => [
    ...(marketingEvents.endpoints?.(world) ?? []),
    ...(transactionalEvents.endpoints?.(world) ?? []),
  ],
  secrets: (endpoint, world) => of({ endpoint }).secrets?.(endpoint, world) ?? [],
  trigger: (type, world) => (isTriggered(type) ? transactionalEvents : marketingEvents).trigger?.(type, world),
  // What listens to everything hears of Transactional's: a webhook of Marketing's belongs to one audience.
  subscribe: (url, world) => subscribeAll(url, world),
  unsubscribe: (endpoint, world) => of({ endpoint }).unsubscribe?.(endpoint, world),
}
