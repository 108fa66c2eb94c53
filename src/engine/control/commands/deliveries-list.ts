import { z } from 'zod'
import { command } from '../command.js'
import { deliveryView } from '../views.js'

const query = z.strictObject({
  vendor: z.string().optional(),
  state: z.enum(['pending', 'delivered', 'failed', 'held', 'dropped']).optional(),
  endpoint: z.string().optional(),
  type: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
})

/** Deliveries, newest first: state, reason, each attempt. */
export const listDeliveries = command({
  query,
  run: ({ world, query: { vendor, state, endpoint, type, limit } }) => {
    const fits = world.deliveries
      .list()
      .filter((row) => !vendor || row.vendor === vendor)
      .filter((row) => !state || row.state === state)
      .filter((row) => !endpoint || row.endpoint === endpoint)
      .filter((row) => !type || row.type === type)
    return { deliveries: fits.slice(0, limit).map(deliveryView) }
  },
})
