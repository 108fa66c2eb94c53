import { command } from '../command.js'

export const removeWorld = command({
  run: ({ control, world }) => {
    control.sandbox.removeWorld(world.name)
    control.forwards.drop(world)
    return { removed: world.name }
  },
})
