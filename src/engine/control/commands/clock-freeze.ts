import { observeCommand } from '../../observe/observe-command.js'
import { command } from '../command.js'
import { clockView } from '../views.js'

export const freezeClock = command({
  run: ({ world }) => {
    world.clock.freeze()
    world.scheduler.arm()
    observeCommand(world, 'clock freeze')
    return clockView(world)
  },
})
