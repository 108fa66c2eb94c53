import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { observeCommand } from '../../observe/observe-command.js'
import type { Sandbox } from '../../sandbox.js'
import { parseMoment } from '../../time/duration.js'
import type { World } from '../../world/world.js'
import { command } from '../command.js'
import { worldView } from '../views.js'

const body = z.strictObject({
  name: z.string(),
  seed: z.string().optional(),
  /** ISO 8601. */
  at: z.string().optional(),
  frozen: z.boolean().optional(),
  limits: z.boolean().optional(),
  /** Of another world's state, with credentials of its own. */
  like: z.string().optional(),
})

export const newWorld = command({
  body,
  run: ({ control, body: { name, at, like, ...rest } }) => {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    if (like !== undefined) return worldView(copy(control.sandbox, name, like, { at, ...given }))
    const world = control.sandbox.createWorld(name, { ...given, ...(at !== undefined && { at: parseMoment(at) }) })
    observeCommand(world, 'world new')
    return worldView(world)
  },
})

function copy(sandbox: Sandbox, name: string, like: string, other: Readonly<Record<string, unknown>>): World {
  const given = Object.keys(other).filter((key) => other[key] !== undefined)
  if (given.length > 0) {
    const message = `A copy has the ${given.join(' and ')} of its original.`
    throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Leave them out, or make a world without --like.')
  }
  const snapshot = sandbox.world(like).snapshot()
  try {
    return sandbox.forkWorld(name, snapshot)
  } finally {
    snapshot.files.close()
  }
}
