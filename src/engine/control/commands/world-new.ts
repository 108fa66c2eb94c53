import { z } from 'zod'
import { parseMoment } from '../../time/duration.js'
import { command } from '../command.js'
import { worldView } from '../views.js'

const body = z.strictObject({
  name: z.string(),
  seed: z.string().optional(),
  /** ISO 8601. */
  at: z.string().optional(),
  frozen: z.boolean().optional(),
  limits: z.boolean().optional(),
})

export const newWorld = command({
  body,
  run: ({ control, body: { name, at, ...rest } }) => {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    const world = control.sandbox.createWorld(name, { ...given, ...(at !== undefined && { at: parseMoment(at) }) })
    return worldView(world)
  },
})
