import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { describeScenario } from '../../scenarios/view.js'
import { command } from '../command.js'

const body = z.strictObject({
  name: z.string().optional(),
  /** In place of a name: the text of a scenario, and what its file is called. */
  file: z.string().optional(),
  text: z.string().optional(),
  /** The world is not emptied first. */
  keep: z.boolean().optional(),
})

/** Empties the world, and begins a scenario in it. */
export const startScenario = command({
  body,
  run: async ({ control, world, body: { name, file, text, keep } }) => {
    const scenarios = await control.scenarios()
    const wanted =
      name !== undefined && file === undefined && text === undefined
        ? { name }
        : name === undefined && file !== undefined && text !== undefined
          ? { file, text }
          : undefined
    if (!wanted) {
      const remedy = 'See `standin scenario list`.'
      throw new SandboxError('SANDBOX_BAD_INPUT', 'Either a name, or a file with its text is wanted.', remedy)
    }
    const running = await scenarios.start(world.name, wanted, { keep })
    return { world: world.name, started: describeScenario(running.written.scenario) }
  },
})
