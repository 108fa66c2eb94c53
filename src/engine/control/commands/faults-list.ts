import { command } from '../command.js'

export const listFaults = command({
  run: ({ control, world }) => ({ faults: control.sandbox.faults.list(world.name) }),
})
