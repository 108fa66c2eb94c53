import { z } from 'zod'
import type { VendorRuntime } from '../../vendor-runtime.js'
import type { World } from '../../world/world.js'
import { command } from '../command.js'
import { webhookVendor } from '../forwards.js'

const query = z.strictObject({ vendor: z.string().optional() })

/** Types of events that can be made to happen; none where a vendor's events come of requests alone. */
export const listEventTypes = command({
  query,
  run: ({ control, world, query: { vendor } }) => {
    const runtime = webhookVendor(control.sandbox, vendor)
    const described = Object.keys(runtime.description.events)
    const types = described.length > 0 ? described : triggersOf(runtime, world)
    return { vendor: runtime.name, types: [...types].sort() }
  },
})

function triggersOf(runtime: VendorRuntime, world: World): readonly string[] {
  const { events } = runtime.definition
  return events?.trigger ? (events.triggers?.(world.view(runtime, '')) ?? []) : []
}
