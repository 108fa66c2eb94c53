import { stateNames } from '../../states/set-state.js'
import { command } from '../command.js'

/** The states that contracts may name, by vendor. */
export const listStates = command({
  run: ({ control }) => ({
    vendors: control.sandbox.vendors.map((runtime) => ({ vendor: runtime.name, states: stateNames(runtime) })),
  }),
})
