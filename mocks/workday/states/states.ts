import type { StateRules } from '../../../src/engine/kit.js'
import type { WorkdayWorld } from '../world.js'
import { domainStates } from './domains.js'
import { eventStates } from './events.js'
import { ids } from './ids.js'
import { workerStates } from './workers.js'

/** What only an administrator can do in a tenant, by `standin states set`, in scenarios and in contracts. */
export const states: StateRules<WorkdayWorld> = {
  ids,
  handlers: [...workerStates, ...eventStates, ...domainStates],
  met: ({ status }) => (status === 429 ? { name: 'the rate limit is reached' } : undefined),
}
