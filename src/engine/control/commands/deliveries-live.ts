import { z } from 'zod'
import { command } from '../command.js'
import { EventStream } from '../event-stream.js'
import { followWorld } from '../follow-world.js'
import { deliveryView } from '../views.js'

const query = z.strictObject({ vendor: z.string().optional(), endpoint: z.string().optional() })

/** Deliveries as they are made and change, as server-sent events named `delivery`. */
export const liveDeliveries = command({
  query,
  run: ({ control, world, query: { vendor, endpoint }, signal }) =>
    new EventStream(signal, (push) =>
      followWorld(control.sandbox, world, (current) =>
        current.deliveries.listen((row) => {
          if ((!vendor || row.vendor === vendor) && (!endpoint || row.endpoint === endpoint)) {
            push('delivery', deliveryView(row))
          }
        }),
      ),
    ),
})
