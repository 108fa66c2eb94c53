import { z } from 'zod'
import { command } from '../command.js'

const query = z.strictObject({
  /** Whether steps and deliveries under way are waited for; default true. */
  wait: z.enum(['true', 'false']).default('true'),
})

/** How the scenario of a world stands: expectations, and the timeline. */
export const checkScenario = command({
  query,
  run: async ({ control, world, query: { wait } }) => {
    const running = (await control.scenarios()).of(world.name)
    return wait === 'true' ? running.check() : running.report()
  },
})

const body = z.strictObject({ exitCode: z.number().int().min(0).max(255).optional() })

/** Says that the integration has ended: steps that waited for it to be quiet come. Answers the report. */
export const finishScenario = command({
  body,
  run: async ({ control, world, body: { exitCode } }) => {
    const running = (await control.scenarios()).of(world.name)
    await running.finish(exitCode)
    return running.check()
  },
})

/** Takes the scenario's faults and steps away, and answers its last report. */
export const stopScenario = command({
  run: async ({ control, world }) => (await control.scenarios()).stop(world.name),
})
