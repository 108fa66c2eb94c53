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
  run: async ({ control: { sandbox }, world, body: { vendor, state, params } }) => {
    const runtime = sandbox.runtime(vendor)
    if (!runtime) {
      const remedy = `There are: ${sandbox.vendors.map(({ name }) => name).join(', ')}.`
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no vendor '${vendor}' here.`, remedy)
    }
    return { state, ids: await setState({ sandbox, world, runtime }, state, params) }
  },
})
