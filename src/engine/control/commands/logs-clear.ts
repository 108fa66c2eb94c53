import { command } from '../command.js'

export const clearLogs = command({
  run: ({ world }) => {
    const cleared = world.log.size
    world.log.clear()
    return { cleared }
  },
})
