import { command } from '../command.js'
import { worldView } from '../views.js'

/** Empties a world; its credentials stay as they are, its faults go. */
export const resetWorld = command({
  run: ({ control, world }) => {
    control.sandbox.faults.clear(world.name)
    return worldView(control.sandbox.resetWorld(world.name))
  },
})
