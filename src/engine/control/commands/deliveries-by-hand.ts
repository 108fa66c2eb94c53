import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { mayReach } from '../../events/allowed-hosts.js'
import { command } from '../command.js'

const body = z.strictObject({ on: z.boolean() })

/** Whether deliveries to an endpoint wait until they are sent by hand. Answers what can be forged of them. */
export const takeByHand = command({
  body,
  run: ({ control, world, params, body: { on } }) => {
    const id = params.endpoint ?? ''
    const { byHand } = world.deliveries
    if (!on) {
      byHand.end(id)
      return { endpoint: id, on }
    }
    for (const runtime of control.sandbox.vendors) {
      const { events } = runtime.definition
      const endpoint = events?.endpoints?.(world.view(runtime, '')).find((each) => each.id === id)
      if (!endpoint) continue
      if (!mayReach(endpoint.url, control.sandbox.options.attackableHosts ?? [])) {
        const remedy = 'Loopback may be attacked, and hosts under attack.allow in the configuration.'
        throw new SandboxError('SANDBOX_FORBIDDEN', `${endpoint.url} may not be attacked.`, remedy)
      }
      byHand.endpoints.add(id)
      return { endpoint: id, on, vendor: runtime.name, forgeries: events?.forgeries ?? [] }
    }
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no endpoint '${id}'.`, 'See `standin webhooks list`.')
  },
})
