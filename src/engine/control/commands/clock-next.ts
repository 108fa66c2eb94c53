import { z } from 'zod'
import { command } from '../command.js'
import { clockView, moment } from '../views.js'

const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(20) })

/** What falls due next, soonest first: the vendors' jobs, and deliveries that are to be sent. */
export const listUpcoming = command({
  query,
  run: ({ world, query: { limit } }) => {
    const jobs = world.timers.table
      .all()
      .map(({ id, vendor, job, due }) => ({ kind: 'job', vendor, what: job, due, id }))
    const deliveries = world.deliveries.table.all().flatMap(({ id, vendor, type, state, due }) => {
      return state === 'pending' && due !== undefined ? [{ kind: 'delivery', vendor, what: type, due, id }] : []
    })
    const all = [...jobs, ...deliveries].sort((a, b) => a.due - b.due)
    return {
      ...clockView(world),
      total: all.length,
      upcoming: all.slice(0, limit).map((each) => ({ ...each, due: moment(each.due) })),
    }
  },
})
