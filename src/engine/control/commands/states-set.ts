import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { setState } from '../../states/set-state.js'
import { command } from '../command.js'

const body = z.strictObject({
  vendor: z.string(),
  /** As a contract has it: `a customer with id cus_1 exists`. */
  state: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
})

/** Brings a world into a state that contracts name. Answers the ids that stand for those of the contract. */
export const enterState = command({
  body,
  run: async ({ control, world, body: { vendor, state, params } }) => {
    const { sandbox } = control
    const runtime = sandbox.runtime(vendor)
    if (!runtime) {
      const remedy = `There are: ${sandbox.vendors.map(({ name }) => name).join(', ')}.`
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no vendor '${vendor}' here.`, remedy)
    }
    const scenarios = await control.scenarios()
    const ids = await setState({ world, runtime }, state, params, {
      names: () => scenarios.files.list().map(({ name }) => name),
      // What states before it have made stays.
      start: (name) => scenarios.start(world.name, { name }, { keep: true }),
    })
    return { state, ids }
  },
})
