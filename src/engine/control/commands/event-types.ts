import { z } from 'zod'
import { command } from '../command.js'
import { webhookVendor } from '../forwards.js'

const query = z.strictObject({ vendor: z.string().optional() })

export const listEventTypes = command({
  query,
  run: ({ control, query: { vendor } }) => {
    const runtime = webhookVendor(control.sandbox, vendor)
    return { vendor: runtime.name, types: Object.keys(runtime.description.events).sort() }
  },
})
