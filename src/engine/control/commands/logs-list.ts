import { z } from 'zod'
import { command } from '../command.js'
import { summary } from '../views.js'

export const logFilter = z.strictObject({
  vendor: z.string().optional(),
  status: z
    .string()
    .regex(/^(?:\d{3}|\dxx|0)$/i, 'write a status as 404 or 4xx')
    .optional(),
  operation: z.string().optional(),
  search: z.string().optional(),
})

const query = logFilter.extend({ limit: z.coerce.number().int().min(1).max(10_000).default(100) })

/** The last requests of a world, newest first. */
export const listLogs = command({
  query,
  run: ({ world, query: filter }) => ({ entries: world.log.list(filter).map(summary) }),
})
