import { stateNames } from '../../states/set-state.js'
import { command } from '../command.js'

/** The states that contracts may name: those of each vendor, and every scenario's name. */
export const listStates = command({
  run: async ({ control }) => ({
    scenarios: (await control.scenarios()).files.list().map(({ name }) => name),
    vendors: control.sandbox.vendors.map((runtime) => ({ vendor: runtime.name, states: stateNames(runtime) })),
  }),
})
