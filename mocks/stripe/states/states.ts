import type { StateRules } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'
import { handlers } from './handlers.js'
import { ids } from './ids.js'
import { met } from './refusals.js'

/** What contracts with Stripe say of its state. */
export const states: StateRules<StripeWorld> = {
  ids,
  handlers,
  met,
  listening: ({ endpoint, type }, world) => {
    const events = world.webhookEndpoints.find(endpoint)?.enabled_events.join(', ') ?? type
    return {
      name: 'a webhook endpoint is told of {events}'.replace('{events}', events === '*' ? 'all events' : events),
      params: { events },
    }
  },
}
