import { command } from '../command.js'
import { worldView } from '../views.js'

/** Empties a world; its credentials and subscribed endpoints stay as they are, its faults go. */
export const resetWorld = command({
  run: ({ control, world }) => worldView(control.sandbox.resetWorld(world.name)),
})
