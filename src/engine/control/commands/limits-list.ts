import { z } from 'zod'
import { command } from '../command.js'
import { limitsView } from '../views.js'

const query = z.strictObject({ vendor: z.string().optional() })

/** How far the vendors' limits are filled in a world, and whether they hold there. */
export const listLimits = command({ query, run: ({ world, query: { vendor } }) => limitsView(world, vendor) })
