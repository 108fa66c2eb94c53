import { command } from '../command.js'

/** What this world knows that must not be found in logs, storage or pages of a program. Whole. */
export const listLeakable = command({ run: ({ world }) => ({ values: world.handedOut.list() }) })
