import type { StateRules } from '../../../src/engine/kit.js'
import { outboundMessages } from '../outbound-messages/outbound-message.js'
import type { SalesforceWorld } from '../world.js'
import { handlers } from './handlers.js'
import { ids } from './ids.js'

/** What contracts with Salesforce say of its state. */
export const states: StateRules<SalesforceWorld> = {
  ids,
  handlers,
  met: ({ answer }) => {
    const [first] = Array.isArray(answer) ? (answer as { errorCode?: string }[]) : []
    return first?.errorCode === 'REQUEST_LIMIT_EXCEEDED' ? { name: 'the rate limit is reached' } : undefined
  },
  listening: ({ endpoint, type }, world) => {
    const message = outboundMessages(world).find(endpoint)
    const object = message?.object ?? type.split('.')[0] ?? ''
    const { fields = [], on = 'both', includeSessionId = false } = message ?? {}
    return {
      name: `an outbound message tells of ${object}`,
      params: { object, on, fields: [...fields], includeSessionId },
    }
  },
}
