import { command } from '../command.js'

/** Takes all faults of a world away. */
export const clearFaults = command({ run: ({ world }) => ({ removed: world.faults.clear() }) })
