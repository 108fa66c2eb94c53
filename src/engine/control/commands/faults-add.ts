import { checkFault } from '../../faults/check.js'
import { faultSchema } from '../../faults/schema.js'
import { command } from '../command.js'
import { faultView } from '../views.js'

/** Makes something go wrong in a world from now on. */
export const addFault = command({
  body: faultSchema,
  run: ({ control, world, body: fault }) => {
    checkFault(control.sandbox, fault)
    return faultView(world.faults.add(fault))
  },
})
