import { command } from '../command.js'
import { worldView } from '../views.js'

export const listWorlds = command({
  run: ({ control }) => ({ worlds: [...control.sandbox.worlds.values()].map(worldView) }),
})
