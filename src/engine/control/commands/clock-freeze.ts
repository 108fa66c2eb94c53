import { command } from '../command.js'
import { clockView } from '../views.js'

export const freezeClock = command({
  run: ({ world }) => {
    world.clock.freeze()
    world.scheduler.arm()
    return clockView(world)
  },
})
