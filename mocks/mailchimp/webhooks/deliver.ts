import type { EventRules } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'

/** How Marketing tells endpoints what happened. */
export const marketingEvents: EventRules<MailchimpWorld> = {
  record: () => [],
  request: (delivery) => ({ method: 'POST', url: delivery.url, headers: {}, body: '' }),
  retryAfter: () => undefined,
  wanted: () => false,
  accepts: (status) => status >= 200 && status < 300,
  timeout: 10_000,
}
