import { command } from '../command.js'
import { faultView } from '../views.js'

export const listFaults = command({ run: ({ world }) => ({ faults: world.faults.list().map(faultView) }) })
