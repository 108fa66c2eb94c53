import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { observeCommand } from '../../observe/observe-command.js'
import { addDuration, parseDuration } from '../../time/duration.js'
import { command } from '../command.js'
import { webhookVendor } from '../forwards.js'

const body = z.strictObject({
  vendor: z.string().optional(),
  /** How long the old secret signs beside the new one: `24h`. Default: not at all. */
  overlap: z.string().optional(),
})

/** Gives an endpoint a new secret, and answers it. */
export const rollWebhook = command({
  body,
  run: ({ control, world, params, body: { vendor, overlap } }) => {
    const endpoint = params.endpoint ?? ''
    const runtime = webhookVendor(control.sandbox, vendor)
    const { events } = runtime.definition
    const view = world.view<unknown>(runtime, '')
    if (!events?.roll) {
      const remedy = 'Subscribe another endpoint instead.'
      throw new SandboxError('SANDBOX_BAD_INPUT', `Secrets of ${runtime.name} cannot be rolled.`, remedy)
    }
    if (!events.endpoints?.(view).some(({ id }) => id === endpoint)) {
      const remedy = 'See `standin webhooks list`.'
      throw new SandboxError('SANDBOX_NOT_FOUND', `${runtime.name} has no endpoint '${endpoint}'.`, remedy)
    }
    const milliseconds = overlap === undefined ? 0 : addDuration(0, parseDuration(overlap))
    const secret = world.transact('roll a secret', undefined, () => events.roll?.(endpoint, milliseconds, view))
    observeCommand(world, 'webhooks roll', { vendor: runtime.name, endpoint, overlap: milliseconds })
    return { endpoint, secret }
  },
})
