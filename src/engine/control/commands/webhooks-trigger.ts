import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { nearest } from '../../nearest.js'
import { observeCommand } from '../../observe/observe-command.js'
import type { Sandbox } from '../../sandbox.js'
import type { VendorRuntime } from '../../vendor-runtime.js'
import { command } from '../command.js'
import { webhookVendor } from '../forwards.js'
import { deliveryView } from '../views.js'

const body = z.strictObject({
  vendor: z.string().optional(),
  /** In the vendor's words: `invoice.paid`. */
  type: z.string(),
})

/** Makes an event happen that nothing caused, and answers the deliveries that came of it. */
export const triggerEvent = command({
  body,
  run: async ({ control, world, body: { vendor, type } }) => {
    const runtime = webhookVendor(control.sandbox, vendor ?? vendorWith(type, control.sandbox))
    const trigger = triggerOf(runtime, type)
    const made: string[] = []
    const stop = world.deliveries.listen((row) => {
      if (!made.includes(row.id)) made.push(row.id)
    })
    try {
      world.transact(`trigger ${type}`, undefined, () => trigger(world.view(runtime, '')))
    } finally {
      stop()
    }
    observeCommand(world, 'webhooks trigger', { vendor: runtime.name, type })
    const events = world.lastEmitted.map(({ type: each }) => each)
    await world.scheduler.settled()
    const rows = made.map((id) => world.deliveries.table.find(id)).filter((row) => row !== undefined)
    return { vendor: runtime.name, events, deliveries: rows.map(deliveryView) }
  },
})

/** The one vendor whose events have that type, where no other's have. */
function vendorWith(type: string, sandbox: Sandbox): string | undefined {
  const [only, ...others] = sandbox.vendors.filter(({ description }) => Object.hasOwn(description.events, type))
  return others.length === 0 ? only?.name : undefined
}

function triggerOf(runtime: VendorRuntime, type: string): (view: unknown) => void {
  const { events } = runtime.definition
  const known = Object.keys(runtime.description.events)
  if (known.length > 0 && !known.includes(type)) {
    const meant = nearest(type, known)
    const remedy = meant
      ? `Did you mean '${meant}'?`
      : `It has ${known.length}, such as ${known.slice(0, 3).join(', ')}.`
    throw new SandboxError('SANDBOX_NOT_FOUND', `${runtime.name} has no event type '${type}'.`, remedy)
  }
  if (!events?.trigger) {
    const remedy = 'Cause it by the request that the vendor sends it for.'
    throw new SandboxError('SANDBOX_BAD_INPUT', `Events of ${runtime.name} cannot be triggered.`, remedy)
  }
  return (view) => events.trigger?.(type, view)
}
