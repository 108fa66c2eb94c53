import { observeCommand } from '../../observe/observe-command.js'
import { command } from '../command.js'
import { worldView } from '../views.js'

/** Empties a world; its credentials and subscribed endpoints stay as they are, its faults go. */
export const resetWorld = command({
  run: ({ control, world }) => {
    const fresh = control.sandbox.resetWorld(world.name)
    observeCommand(fresh, 'reset')
    return worldView(fresh)
  },
})
