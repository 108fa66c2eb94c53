import { z } from 'zod'
import { command } from '../command.js'
import { happeningView } from '../history-view.js'

const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(10_000).default(500) })

/** What happened in a world and what came of what, oldest first. */
export const showTimeline = command({
  query,
  run: ({ control, world, query: { limit } }) => ({
    happenings: control.histories
      .of(world)
      .list(limit)
      .map((happening) => happeningView(world, happening)),
  }),
})
