import { z } from 'zod'
import { command } from '../command.js'
import { webhookVendor } from '../forwards.js'

const body = z.strictObject({
  /** May be left out where one vendor only has webhooks. */
  vendor: z.string().optional(),
  url: z.string(),
})

/** Adds an endpoint for every event; it outlives resets. Answers its secret. */
export const subscribeWebhook = command({
  body,
  run: ({ control, world, body: { vendor, url } }) => {
    const name = webhookVendor(control.sandbox, vendor).name
    const { first, ...forward } = control.forwards.add(world, name, url)
    return { ...forward, held: !control.sandbox.mayDeliver(url) }
  },
})
